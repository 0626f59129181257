import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { assignmentRules } from "../../db/schema/cell/assignment";
import { leads } from "../../db/schema/cell/leads";
import { compile, conditionSchema, type Fields } from "../kernel/conditions";
import type { Context } from "../kernel/context";
import { Invalid, NotFound } from "../kernel/errors";
import { leadFields } from "../leads";

export type AssignmentRule = typeof assignmentRules.$inferSelect;
export const maxRules = 50;

/** In the order in which they are asked. */
export async function listRules(
  ctx: Context,
  after: number | undefined,
  limit: number,
): Promise<AssignmentRule[]> {
  const isAfter = after === undefined ? undefined : gt(assignmentRules.position, after);
  return await ctx.db
    .select()
    .from(assignmentRules)
    .where(and(eq(assignmentRules.organizationId, ctx.organization.id), isAfter))
    .orderBy(asc(assignmentRules.position), asc(assignmentRules.id))
    .limit(limit + 1);
}

export async function getRule(ctx: Context, id: Id<"assignmentRule">): Promise<AssignmentRule> {
  const [rule] = await ctx.db.select().from(assignmentRules).where(isRule(ctx, id));
  if (!rule) throw new NotFound();
  return rule;
}

export function isRule(ctx: Context, id: Id<"assignmentRule">) {
  return and(eq(assignmentRules.organizationId, ctx.organization.id), eq(assignmentRules.id, id));
}

/** The rules that a lead meets, in their order: asked of its row, all at once, by the compiler that lists use. */
export async function rulesFor(ctx: Context, leadId: Id<"lead">): Promise<AssignmentRule[]> {
  const rules = (await listRules(ctx, undefined, maxRules)).filter(({ isActive }) => isActive);
  const fields = rules.some(({ condition }) => condition !== null) ? await leadFields(ctx) : {};
  const asked = rules.map((rule) => askOf(ctx, rule, fields));
  const questions = asked.flatMap((question) => (typeof question === "boolean" ? [] : question));
  const answers = await answersOf(ctx, leadId, questions);
  let next = 0;
  return rules.filter((_, at) => (typeof asked[at] === "boolean" ? asked[at] : answers[next++]));
}

/** A rule about a field that has gone since is met by nobody. */
function askOf(ctx: Context, { condition }: AssignmentRule, fields: Fields): SQL | boolean {
  if (condition === null) return true;
  try {
    return compile(conditionSchema.parse(condition), fields, { now: ctx.now() });
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}

async function answersOf(ctx: Context, leadId: Id<"lead">, questions: SQL[]): Promise<boolean[]> {
  const isLead = and(eq(leads.organizationId, ctx.organization.id), eq(leads.id, leadId));
  const [first, ...rest] = questions.map((question) =>
    ctx.db.select({ id: leads.id }).from(leads).where(and(isLead, question)),
  );
  if (!first) return [];
  return (await ctx.db.batch([first, ...rest])).map((rows) => rows.length > 0);
}
