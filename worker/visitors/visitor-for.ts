import { Buffer } from "node:buffer";
import { type Cell, type Id, makeId, randomBytesPerId } from "../../db/ids";
import type { visitorKinds } from "../../db/schema/cell/visitors";
import type { Base } from "../kernel/context";
import { dayMs, saltOfDay } from "./daily-salt";
import { readMark } from "./mark";

export type VisitorKind = (typeof visitorKinds)[number];
export type VisitorKey = { id: Id<"visitor">; kind: VisitorKind };

/** What the browser kept, and what the address it came by brought along. */
export type VisitorMarks = {
  mark?: string | null | undefined;
  handover?: string | null | undefined;
  consented: boolean;
};

/**
 * Whose request this is. Who consented is known again by the mark that the browser kept, or becomes somebody new. Anybody
 * else is a hash of address, browser and the salt of the day: the same until midnight (UTC), and then nobody's.
 */
export async function visitorFor(
  base: Base,
  organization: { id: Id<"organization">; cell: Cell },
  { mark, handover, consented }: VisitorMarks,
): Promise<VisitorKey> {
  if (!consented) return { id: await dailyId(base, organization), kind: "daily" };
  const known =
    (await readMark(base, "visitor", organization.id, mark)) ??
    (await readMark(base, "handover", organization.id, handover));
  return { id: known ?? base.newId("visitor", organization.cell), kind: "kept" };
}

async function dailyId(
  base: Base,
  { id, cell }: { id: Id<"organization">; cell: Cell },
): Promise<Id<"visitor">> {
  const { ipAddress, userAgent } = base.origin;
  const text = JSON.stringify([await saltOfDay(base), id, ipAddress, userAgent]);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", Buffer.from(text)));
  const midnight = Math.floor(base.now() / dayMs) * dayMs;
  return makeId("visitor", cell, midnight, hash.slice(0, randomBytesPerId));
}
