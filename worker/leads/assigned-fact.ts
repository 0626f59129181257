import type { Id } from "../../db/ids";
import type { FactDraft } from "../kernel/drafts";
import type { Lead } from "./queries";

type Cause = { data?: Record<string, unknown>; actorId?: string | null };

/** What everybody hears when a lead comes to somebody else, whichever way it did; nothing where it is theirs already. */
export function assignedFact(
  { id, assignedTo: from }: Pick<Lead, "id" | "assignedTo">,
  to: Id<"user"> | null | undefined,
  { data, ...who }: Cause = {},
): FactDraft[] {
  if (to === undefined || to === from) return [];
  return [{ type: "lead.assigned", subjectId: id, data: { from, to, ...data }, ...who }];
}
