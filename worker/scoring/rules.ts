import { and, asc, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadScoringRules, leadScoringSettings } from "../../db/schema/cell/scoring";
import type { Context } from "../kernel/context";
import { type Condition, fieldsOf } from "../kernel/conditions";
import { NotFound } from "../kernel/errors";
import { leadFields } from "../leads";
import { type Rule, signalFields, type SignalKind } from "./pure/rule";
import { usualRules, usualSettings } from "./usual-rules";

export type RuleRow = typeof leadScoringRules.$inferSelect;
export type Settings = typeof leadScoringSettings.$inferSelect;
export type Scoring = { rules: RuleRow[]; settings: Settings };
export const maxRules = 60;

/** The rules in their order and the limits they work within. An organization that has none yet gets the usual ones. */
export async function scoringOf(ctx: Context): Promise<Scoring> {
  const found = await readScoring(ctx);
  if (found) return found;
  const now = ctx.now();
  const { id } = ctx.organization;
  const settings = { ...usualSettings, organizationId: id, revision: 1, createdAt: now, updatedAt: now };
  const [first, ...rest] = usualRules(ctx).map((rule) =>
    ctx.db.insert(leadScoringRules).values(rule).onConflictDoNothing(),
  );
  const insert = ctx.db.insert(leadScoringSettings).values(settings).onConflictDoNothing();
  await ctx.db.batch([insert, ...(first ? [first] : []), ...rest]);
  const made = await readScoring(ctx);
  if (!made) throw new Error("The usual scoring was not kept.");
  return made;
}

async function readScoring(ctx: Context): Promise<Scoring | null> {
  const { id } = ctx.organization;
  const [found, rules] = await ctx.db.batch([
    ctx.db.select().from(leadScoringSettings).where(eq(leadScoringSettings.organizationId, id)),
    ctx.db
      .select()
      .from(leadScoringRules)
      .where(eq(leadScoringRules.organizationId, id))
      .orderBy(asc(leadScoringRules.position), asc(leadScoringRules.id))
      .limit(maxRules),
  ]);
  const [settings] = found;
  return settings ? { rules, settings } : null;
}

export async function getRule(ctx: Context, id: Id<"scoringRule">): Promise<RuleRow> {
  const rule = (await scoringOf(ctx)).rules.find((each) => each.id === id);
  if (!rule) throw new NotFound();
  return rule;
}

export function isRule(ctx: Context, id: Id<"scoringRule">) {
  return and(eq(leadScoringRules.organizationId, ctx.organization.id), eq(leadScoringRules.id, id));
}

export type AskableFields = Awaited<ReturnType<typeof leadFields>>;

const scoresOwn = new Set(["score", "engagementLevel", "conversionProbability"]);

/** What a rule may ask of a lead by whoever writes it: not what follows from its score itself. */
export async function askableFields(ctx: Context): Promise<AskableFields> {
  const all = Object.entries(await leadFields(ctx));
  return Object.fromEntries(all.filter(([name]) => !scoresOwn.has(name)));
}

/** What the rules ask: a score is the same whoever reads it. */
export async function ruleFields(ctx: Context): Promise<AskableFields> {
  return await askableFields({ ...ctx, actor: { kind: "system", id: null } });
}

/** Asks about a field that is gone, such as a custom field that was archived: it rests until somebody mends it. */
export function isBroken({ kind, condition }: Pick<RuleRow, "kind" | "condition">, fields: AskableFields) {
  if (condition === null) return kind === "property";
  // safe: it was parsed when it was written
  const asked = [...fieldsOf(condition as Condition)];
  const known = kind === "property" ? fields : signalFields;
  return asked.some((name) => !Object.hasOwn(known, name));
}

/** As the engine takes them: those that are switched on and whole. */
export function rulesAtWork(rows: readonly RuleRow[], fields: AskableFields): Rule[] {
  return rows.filter((row) => row.isActive && !isBroken(row, fields)).map(ruleOf);
}

function ruleOf(row: RuleRow): Rule {
  const { id, name, axis, points, groupName: group, withinDays, repeatLimit, decayDays } = row;
  const shared = { id, name, axis, points, group };
  // safe: condition and signals were parsed when they were written
  if (row.kind === "property") return { ...shared, kind: "property", condition: row.condition as Condition };
  const signals = row.signals as SignalKind[];
  const condition = row.condition as Condition | null;
  return { ...shared, kind: "event", signals, condition, withinDays, repeatLimit, decayDays };
}
