import type { Id } from "../../../db/ids";
import type { TargetRule } from "../../../db/schema/cell/links";

/** What an address of ours leads to, ready to be answered. */
export type Destination =
  | {
      kind: "open";
      organizationId: Id<"organization">;
      linkId: Id<"link">;
      cell: string;
      url: string;
      rules: TargetRule[];
      passesIds: boolean;
      expiresAt: number | null;
    }
  | { kind: "unknown" | "archived" | "closed" | "stopped" };

type Known = { destination: Destination; at: number };

const known = new Map<string, Known>();
const most = 5000;

/** So long an answer is taken as it is; */
const freshMs = 10_000;
/** and so long it is still given while the database is asked again behind it. */
const usableMs = 60_000;

export type Recalled = { destination: Destination; isFresh: boolean };

export function recall(slug: string, now: number): Recalled | null {
  const entry = known.get(slug);
  if (!entry || now - entry.at > usableMs) return null;
  return { destination: entry.destination, isFresh: now - entry.at <= freshMs };
}

/** The oldest make room: names that do not exist can be asked for without end. */
export function remember(slug: string, destination: Destination, now: number): void {
  known.delete(slug);
  const [oldest] = known.size >= most ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
  known.set(slug, { destination, at: now });
}

/** For whoever has just changed it. Other isolates hear of it by asking again. */
export function forgetSlug(slug: string): void {
  known.delete(slug);
}

/** Of one organization all that lead somewhere, and whatever leads nowhere: that does not say whose it is. */
export function forgetLinksOf(organizationId: Id<"organization">): void {
  for (const [slug, { destination }] of known)
    if (!("organizationId" in destination) || destination.organizationId === organizationId)
      known.delete(slug);
}
