import { and, eq, inArray, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { aiInsights } from "../../db/schema/cell/insights";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import type { FactDraft } from "../kernel/drafts";
import { type Step, write } from "../kernel/write";
import { knownOf } from "./known";
import { nextNight } from "./night-job";
import { findInsights } from "./pure/find";
import type { Found } from "./pure/known";
import type { Insight } from "./queries";

/** Looks at these leads anew, a hundred at most, and writes only what is different from what stands there. */
export async function refreshInsights(ctx: Context, leadIds: readonly Id<"lead">[]): Promise<void> {
  const [known, rows] = await Promise.all([knownOf(ctx, leadIds), insightsOf(ctx, leadIds)]);
  const standing = Map.groupBy(rows, ({ leadId }) => leadId);
  const steps: Step[] = [];
  const changed: Id<"lead">[] = [];
  for (const one of known) {
    const leadId = one.lead.id as Id<"lead">; // safe: it was read from the leads
    const change = changeOf(ctx, leadId, standing.get(leadId) ?? [], findInsights(one));
    if (change.length === 0) continue;
    steps.push(...change);
    changed.push(leadId);
  }
  if (steps.length > 0) await write(ctx, steps, { facts: [factOf(changed)], jobs: [nextNight(ctx)] });
}

/** One for all of them: a night tells open pages once a lot, not once a lead. */
function factOf(leadIds: Id<"lead">[]): FactDraft {
  const [only = ""] = leadIds;
  return leadIds.length === 1
    ? { type: "insight.changed", subjectId: only }
    : { type: "insight.changed", data: { leadIds } };
}

async function insightsOf(ctx: Context, leadIds: readonly Id<"lead">[]): Promise<Insight[]> {
  return await ctx.db
    .select()
    .from(aiInsights)
    .where(
      and(eq(aiInsights.organizationId, ctx.organization.id), inArray(aiInsights.leadId, idsIn(leadIds))),
    );
}

const keyOf = ({ type, finding }: { type: string; finding: string }) => `${type} ${finding}`;

function changeOf(ctx: Context, leadId: Id<"lead">, rows: Insight[], found: Found[]): Step[] {
  const standing = new Map(rows.map((row) => [keyOf(row), row]));
  const holds = new Set(found.map(keyOf));
  const over = rows.filter((row) => !holds.has(keyOf(row)) && isOver(row, ctx.now())).map(({ id }) => id);
  return [
    ...(over.length > 0 ? [removal(ctx, over)] : []),
    ...found.flatMap((one) => keep(ctx, leadId, standing.get(keyOf(one)), one)),
  ];
}

/** What somebody decided is remembered until it would have expired, so that it is not told them anew. */
function isOver({ status, expiresAt }: Insight, now: number): boolean {
  return status === "open" || expiresAt <= now;
}

function removal(ctx: Context, ids: Id<"insight">[]): Step {
  return ctx.db
    .delete(aiInsights)
    .where(and(eq(aiInsights.organizationId, ctx.organization.id), inArray(aiInsights.id, idsIn(ids))));
}

/** In place where it stands already; two jobs at once write it once. */
function keep(ctx: Context, leadId: Id<"lead">, row: Insight | undefined, found: Found): Step[] {
  const now = ctx.now();
  if (row && !isDifferent(row, found)) return [];
  const isNews = row !== undefined && row.decidedAt !== null && newestOf(found) > row.decidedAt;
  const again =
    row === undefined || isNews ? ({ status: "open", decidedBy: null, decidedAt: null } as const) : {};
  const said = { ...found, updatedAt: now, ...again };
  return [
    ctx.db
      .insert(aiInsights)
      .values({
        ...said,
        id: ctx.newId("insight", ctx.organization.cell),
        organizationId: ctx.organization.id,
        leadId,
        createdAt: now,
      })
      .onConflictDoUpdate({
        target: [aiInsights.organizationId, aiInsights.leadId, aiInsights.type, aiInsights.finding],
        set: { ...said, type: sql`type`, finding: sql`finding` },
      }),
  ];
}

/** A later end alone is not worth a row a night. */
const worthWriting = 3 * 86_400_000;

function isDifferent(row: Insight, found: Found): boolean {
  const said = ({ title, description, confidence, priority, cited, data }: Insight | Found) =>
    JSON.stringify([title, description, confidence, priority, cited, data]);
  return said(row) !== said(found) || Math.abs(row.expiresAt - found.expiresAt) > worthWriting;
}

function newestOf({ cited }: Found): number {
  return Math.max(...cited.map(({ at }) => at));
}
