import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { getLead, type Lead } from "../leads";
import { assertMember } from "../members";
import { handOut } from "./hand-out";
import { assignmentsOf, assignSteps, factOf } from "./write-assignment";

export type Explained = { lead: Lead; history: Awaited<ReturnType<typeof assignmentsOf>> };

/** To somebody, to nobody, or (undefined) to whom the rules say. */
export async function assignLead(
  ctx: Context,
  id: Id<"lead">,
  to: Id<"user"> | null | undefined,
): Promise<Explained> {
  authorize(ctx, "leads:assign");
  const lead = await getLead(ctx, id);
  if (to === undefined) await handOut(ctx, id, { cause: "asked", from: lead.assignedTo });
  else if (to !== lead.assignedTo) await giveByHand(ctx, lead, to);
  return await explainAssignment(ctx, id);
}

async function giveByHand(ctx: Context, lead: Lead, to: Id<"user"> | null): Promise<void> {
  if (to) await assertMember(ctx, to, "/assignedTo");
  const { id, assignedTo: from } = lead;
  const row = {
    leadId: id,
    userId: to,
    fromUserId: from,
    way: "hand",
    cause: "asked",
    standings: [],
  } as const;
  await write(ctx, assignSteps(ctx, lead, { ...row, standings: [] }), {
    facts: [factOf(id, { from, to, ruleId: null, way: "hand" })],
    audit: [
      {
        action: "lead.assigned",
        resourceType: "lead",
        resourceId: id,
        changes: { before: { assignedTo: from }, after: { assignedTo: to } },
      },
    ],
  });
}

const mostShown = 20;

/** Whose a lead is and why, and who had it before. */
export async function explainAssignment(ctx: Context, id: Id<"lead">): Promise<Explained> {
  const [lead, history] = await Promise.all([getLead(ctx, id), assignmentsOf(ctx, id, mostShown)]);
  return { lead, history };
}
