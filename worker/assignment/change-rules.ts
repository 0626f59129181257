import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { assignmentRules } from "../../db/schema/cell/assignment";
import { assertAskable, type Condition } from "../kernel/conditions";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { moveSteps, placeSteps } from "../kernel/order";
import { orElse, refuseWhen, type Step, write } from "../kernel/write";
import { leadFields } from "../leads";
import { assertMember } from "../members";
import { teamExists } from "../teams";
import { type AssignmentRule, getRule, isRule, listRules, maxRules } from "./rules";

export type RuleDraft = Pick<
  AssignmentRule,
  "name" | "isActive" | "method" | "userIds" | "teamIds" | "fallbackTo" | "keepsHours"
> & { condition: Condition | null };
type Placed = { position?: number | undefined };

export async function createRule(
  ctx: Context,
  { position, ...draft }: RuleDraft & Placed,
): Promise<AssignmentRule> {
  authorize(ctx, "leads:configure");
  await assertFits(ctx, draft);
  const others = (await listRules(ctx, undefined, maxRules)).map(({ id }) => id);
  const id = ctx.newId("assignmentRule", ctx.organization.cell);
  const now = ctx.now();
  const row = { ...draft, id, organizationId: ctx.organization.id, createdAt: now, updatedAt: now };
  const isFull = sql`(select count(*) from assignment_rules
    where organization_id = ${ctx.organization.id}) >= ${maxRules}`;
  const steps: Step[] = [
    refuseWhen(isFull, new Conflict("too_many_rules", `There are at most ${maxRules} rules.`)),
    ctx.db.insert(assignmentRules).values({ ...row, position: others.length }),
    ...placeSteps(ctx, assignmentRules, others, id, position),
  ];
  await write(ctx, steps, told("created", id, { after: draft }));
  return await getRule(ctx, id);
}

export async function updateRule(
  ctx: Context,
  id: Id<"assignmentRule">,
  { position, ...change }: Partial<RuleDraft> & Placed,
): Promise<AssignmentRule> {
  authorize(ctx, "leads:configure");
  const before = await getRule(ctx, id);
  const { userIds, teamIds } = before;
  await assertFits(ctx, { userIds, teamIds, ...change }, change);
  const ids = (await listRules(ctx, undefined, maxRules)).map((rule) => rule.id);
  const steps: Step[] = [
    ctx.db
      .update(assignmentRules)
      .set({ ...change, updatedAt: ctx.now() })
      .where(isRule(ctx, id)),
    orElse(new NotFound()),
    ...moveSteps(ctx, assignmentRules, ids, id, position),
  ];
  await write(ctx, steps, told("updated", id, { before, after: { ...change, position } }));
  return await getRule(ctx, id);
}

export async function deleteRule(ctx: Context, id: Id<"assignmentRule">): Promise<void> {
  authorize(ctx, "leads:configure");
  const { name } = await getRule(ctx, id);
  const steps = [ctx.db.delete(assignmentRules).where(isRule(ctx, id)), orElse(new NotFound())];
  await write(ctx, steps, told("deleted", id, { before: { name } }));
}

function told(what: string, id: Id<"assignmentRule">, changes: Record<string, unknown>) {
  const type = `assignment_rule.${what}`;
  return {
    facts: [{ type, subjectId: id }],
    audit: [{ action: type, resourceType: "assignment_rule", resourceId: id, changes }],
  };
}

type Group = Pick<RuleDraft, "userIds" | "teamIds">;

/** Whom a rule names is looked up here, in this organization (TEN-02); what has been there before is not asked again. */
async function assertFits(
  ctx: Context,
  whole: Group,
  { condition, userIds = [], teamIds = [], fallbackTo }: Partial<RuleDraft> = whole,
): Promise<void> {
  if (whole.userIds.length + whole.teamIds.length === 0)
    throw Invalid.field("/userIds", "required", "Name somebody, or a team, to whom the leads go.");
  if (condition) assertAskable(condition, await leadFields(ctx), "/condition");
  for (const [at, userId] of userIds.entries()) await assertMember(ctx, userId, `/userIds/${at}`);
  if (fallbackTo) await assertMember(ctx, fallbackTo, "/fallbackTo");
  for (const [at, teamId] of teamIds.entries()) {
    const row = await ctx.control.get<{ found: number }>(sql`select ${teamExists(ctx, teamId)} as found`);
    if (!row?.found) throw Invalid.field(`/teamIds/${at}`, "unknown_team", "There is no such team.");
  }
}
