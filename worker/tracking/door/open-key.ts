import type { Cell, Id } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import { findOrganization } from "../../organizations";
import { idOfKey } from "../keys/key";
import { findOpenKey, type TrackingKey } from "../keys/queries";

export type OpenKey = { row: TrackingKey; organization: { id: Id<"organization">; cell: Cell } };

/** A page asks for every view, so an isolate remembers for so long; that is also how long a revoked key still opens. */
const rememberedMs = 20_000;
const mostRemembered = 2000;
const remembered = new Map<string, { found: Promise<OpenKey | null>; until: number }>();

export function openKey(base: Base, key: string): Promise<OpenKey | null> {
  const known = remembered.get(key);
  if (known && known.until > base.now() && known.until <= base.now() + rememberedMs) return known.found;
  const found = findKey(base, key);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, { found, until: base.now() + rememberedMs });
  found.catch(() => remembered.delete(key));
  return found;
}

async function findKey(base: Base, key: string): Promise<OpenKey | null> {
  const id = idOfKey(key);
  if (!id) return null;
  const row = await findOpenKey(base, id);
  if (!row) return null;
  const organization = await findOrganization(base.control, row.organizationId);
  if (organization?.status !== "active") return null;
  return { row, organization: { id: organization.id, cell: organization.cell } };
}
