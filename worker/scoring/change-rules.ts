import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadScoringRules } from "../../db/schema/cell/scoring";
import { authorize, type Context } from "../kernel/context";
import { assertAskable, type Fields } from "../kernel/conditions";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { moveSteps, placeSteps } from "../kernel/order";
import { orElse, refuseWhen, write } from "../kernel/write";
import { signalFields } from "./pure/rule";
import type { NewRule, RuleChange } from "./rule-wire";
import { askableFields, getRule, isRule, maxRules, type RuleRow, scoringOf } from "./rules";
import { applySteps } from "./run";

export async function createRule(ctx: Context, { position, group, ...draft }: NewRule): Promise<RuleRow> {
  authorize(ctx, "leads:configure");
  const { rules, settings } = await scoringOf(ctx);
  await assertWhole(ctx, { ...draft });
  const id = ctx.newId("scoringRule", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    ...draft,
    groupName: group,
    id,
    organizationId: ctx.organization.id,
    position: rules.length,
    createdAt: now,
    updatedAt: now,
  };
  const { steps, job } = applySteps(ctx, settings);
  const others = rules.map((rule) => rule.id);
  await write(
    ctx,
    [
      refuseWhen(isFull(ctx), tooMany),
      ctx.db.insert(leadScoringRules).values(row),
      ...placeSteps(ctx, leadScoringRules, others, id, position),
      ...steps,
    ],
    told("created", id, { after: draft }, [job]),
  );
  return await getRule(ctx, id);
}

/** What only people read, such as a name or the order, leaves every score as it is. */
const unscored = new Set(["name", "position"]);

export async function updateRule(ctx: Context, id: Id<"scoringRule">, change: RuleChange): Promise<RuleRow> {
  authorize(ctx, "leads:configure");
  const { rules, settings } = await scoringOf(ctx);
  const before = rules.find((rule) => rule.id === id);
  if (!before) throw new NotFound();
  const after = changedRule(before, change);
  await assertWhole(ctx, after);
  const { position, group, ...set } = change;
  const moves = Object.keys(change).some((name) => !unscored.has(name));
  const { steps, job } = applySteps(ctx, settings);
  const ids = rules.map((rule) => rule.id);
  const update = ctx.db
    .update(leadScoringRules)
    .set({ ...set, ...(group === undefined ? {} : { groupName: group }), updatedAt: ctx.now() })
    .where(isRule(ctx, id));
  await write(
    ctx,
    [
      update,
      orElse(new NotFound()),
      ...moveSteps(ctx, leadScoringRules, ids, id, position),
      ...(moves ? steps : []),
    ],
    told(
      "updated",
      id,
      { before: { name: before.name, points: before.points }, after: change },
      moves ? [job] : [],
    ),
  );
  return await getRule(ctx, id);
}

export async function deleteRule(ctx: Context, id: Id<"scoringRule">): Promise<void> {
  authorize(ctx, "leads:configure");
  const { settings } = await scoringOf(ctx);
  const { name, points } = await getRule(ctx, id);
  const { steps, job } = applySteps(ctx, settings);
  await write(
    ctx,
    [ctx.db.delete(leadScoringRules).where(isRule(ctx, id)), orElse(new NotFound()), ...steps],
    told("deleted", id, { before: { name, points } }, [job]),
  );
}

export function changedRule(before: RuleRow, { group, ...change }: RuleChange): RuleRow {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return { ...before, ...said, ...(group === undefined ? {} : { groupName: group }) };
}

type Whole = Pick<RuleRow, "kind" | "condition" | "signals" | "withinDays" | "decayDays">;

/** Asks what may be asked, by whoever writes it, and says when an event rule is meant (ROLE-05). */
export async function assertWhole(ctx: Context, rule: Whole, pointer = ""): Promise<void> {
  if (rule.kind === "property") {
    if (rule.condition === null)
      throw Invalid.field(`${pointer}/condition`, "missing", "Say what has to be true of a lead.");
    if (rule.signals.length > 0 || rule.withinDays !== null || rule.decayDays !== null)
      throw Invalid.field(
        `${pointer}/kind`,
        "not_an_event",
        "A rule about what a lead is has no signals and no days.",
      );
  } else if (rule.signals.length === 0)
    throw Invalid.field(`${pointer}/signals`, "missing", "Say what a lead has to do.");
  if (rule.condition === null) return;
  const fields: Fields | typeof signalFields =
    rule.kind === "property" ? await askableFields(ctx) : signalFields;
  // safe: the door has parsed it
  assertAskable(rule.condition as Parameters<typeof assertAskable>[0], fields, `${pointer}/condition`);
}

function isFull(ctx: Context) {
  return sql`(select count(*) from lead_scoring_rules where organization_id = ${ctx.organization.id}) >= ${maxRules}`;
}

const tooMany = new Conflict("too_many_rules", `There are at most ${maxRules} rules.`);

function told(
  what: "created" | "updated" | "deleted",
  id: Id<"scoringRule">,
  changes: Record<string, unknown>,
  jobs: ReturnType<typeof applySteps>["job"][],
) {
  const type = `scoring_rule.${what}`;
  return {
    facts: [{ type, subjectId: id }],
    audit: [{ action: type, resourceType: "scoring_rule", resourceId: id, changes }],
    jobs,
  };
}
