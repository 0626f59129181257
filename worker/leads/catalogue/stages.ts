import { and, asc, eq, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadStages } from "../../../db/schema/cell/lead-catalogue";
import type { leadStatuses } from "../../../db/schema/cell/leads";
import type { Context } from "../../kernel/context";
import { Invalid, NotFound } from "../../kernel/errors";

export type Stage = typeof leadStages.$inferSelect;
export type LeadStatus = (typeof leadStatuses)[number];
export const maxStages = 30;

/** In their order. An organization that has none yet gets the usual nine. */
export async function stagesOf(ctx: Context): Promise<Stage[]> {
  const found = await readStages(ctx);
  if (found.length > 0) return found;
  await ctx.db.insert(leadStages).values(usualStages(ctx)).onConflictDoNothing();
  return await readStages(ctx);
}

export async function getStage(ctx: Context, id: Id<"leadStage">): Promise<Stage> {
  const stage = (await stagesOf(ctx)).find((each) => each.id === id);
  if (!stage) throw new NotFound();
  return stage;
}

/** The same for an id in a body. */
export async function stageFor(ctx: Context, id: string, pointer: string): Promise<Stage> {
  const stage = (await stagesOf(ctx)).find((each) => each.id === id);
  if (!stage) throw Invalid.field(pointer, "unknown_stage", "There is no such stage.");
  return stage;
}

/** Where new leads begin, without a read: the ids of the usual stages follow from the organization's own. */
export function firstStageId(ctx: Context) {
  return sql<Id<"leadStage">>`coalesce((select stage.id from lead_stages as stage
    where stage.organization_id = ${ctx.organization.id} and stage.is_default = 1 limit 1), ${usualStageId(ctx, 0)})`;
}

async function readStages(ctx: Context): Promise<Stage[]> {
  return await ctx.db
    .select()
    .from(leadStages)
    .where(eq(leadStages.organizationId, ctx.organization.id))
    .orderBy(asc(leadStages.position), asc(leadStages.id))
    .limit(maxStages);
}

export function isStage(ctx: Context, id: Id<"leadStage">) {
  return and(eq(leadStages.id, id), eq(leadStages.organizationId, ctx.organization.id));
}

const usual: [name: string, status: LeadStatus, winProbability: number, color: string][] = [
  ["New", "new", 5, "#64748b"],
  ["Contacted", "contacted", 10, "#0ea5e9"],
  ["Qualified", "qualified", 25, "#6366f1"],
  ["Proposal", "proposal", 50, "#8b5cf6"],
  ["Negotiation", "negotiation", 75, "#d97706"],
  ["Won", "closed_won", 100, "#16a34a"],
  ["Lost", "closed_lost", 0, "#dc2626"],
  ["Nurturing", "nurturing", 5, "#0d9488"],
  ["Unqualified", "unqualified", 0, "#78716c"],
];

function usualStages(ctx: Context) {
  const now = ctx.now();
  return usual.map(([name, status, winProbability, color], position) => ({
    id: usualStageId(ctx, position),
    organizationId: ctx.organization.id,
    name,
    status,
    winProbability,
    color,
    position,
    isDefault: position === 0,
    createdAt: now,
    updatedAt: now,
  }));
}

/** Made twice at once they are the same ones. */
function usualStageId(ctx: Context, place: number): Id<"leadStage"> {
  const body = ctx.organization.id.slice("org_00".length, -1);
  return `stg_${ctx.organization.cell}${body}${place}`;
}
