import { sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leads } from "../../../db/schema/cell/leads";
import { scoringModels } from "../../../db/schema/cell/scoring-models";
import type { Context } from "../../kernel/context";
import type { JobDraft } from "../../kernel/drafts";
import { type Step, write } from "../../kernel/write";
import { isLeadNamed } from "../../leads";
import { explain, type ModelInUse } from "./explain";
import { inUse, isVersion, latestModel } from "./models";
import { readSamples, usualCurrency } from "./read-samples";

const lotSize = 300;
export type Applying = { version: number; after: Id<"lead"> | null };

export function applyJob(version: number, after: Id<"lead"> | null): JobDraft {
  return { queue: "events", type: "scoring.apply_model", payload: { version, after } };
}

/** Tells a lot of open leads how likely they are won, and orders the next lot. A newer model ends it. */
export async function applyModel(ctx: Context, { version, after }: Applying): Promise<void> {
  const model = await latestModel(ctx);
  if (model?.version !== version) return;
  const lot = await readLot(ctx, after);
  const chances = await chancesOf(ctx, inUse(model), lot);
  const changed = chances.filter(({ chance, was }) => chance !== was);
  const last = lot.length === lotSize ? (lot.at(-1)?.id ?? null) : null;
  const steps = changed.length > 0 ? [tell(ctx, changed)] : [];
  await write(ctx, [...steps, remember(ctx, version, last)], { jobs: last ? [applyJob(version, last)] : [] });
}

type Open = { id: Id<"lead">; was: number | null };

/** Along the order of creation; what is decided keeps what was said of it. */
async function readLot(ctx: Context, after: Id<"lead"> | null): Promise<Open[]> {
  return await ctx.db.all<Open>(sql`select id, conversion_probability as was from leads
    where organization_id = ${ctx.organization.id} and id > ${after ?? ""} and is_listed = 1
    and status in ('new', 'contacted', 'qualified', 'proposal', 'negotiation', 'nurturing')
    order by id limit ${lotSize}`);
}

/** To the thousandth: closer than that nobody knows, and what stays the same is not written again. */
async function chancesOf(ctx: Context, model: ModelInUse | null, lot: readonly Open[]) {
  if (!model) return lot.map((lead) => ({ ...lead, chance: null }));
  const ids = lot.map(({ id }) => id);
  const samples = await readSamples(ctx, ids, await usualCurrency(ctx));
  return lot.map((lead) => {
    const sample = samples.get(lead.id);
    return { ...lead, chance: sample ? Math.round(explain(model, sample).probability * 1000) / 1000 : null };
  });
}

/** The lead's own time of change stays: nobody has changed it. */
function tell(ctx: Context, lot: readonly { id: string; chance: number | null }[]): Step {
  return ctx.db
    .update(leads)
    .set({ conversionProbability: sql`lot.value ->> 'chance'` })
    .from(sql`json_each(${JSON.stringify(lot)}) as lot`)
    .where(isLeadNamed(ctx, sql`lot.value ->> 'id'`));
}

function remember(ctx: Context, version: number, after: Id<"lead"> | null): Step {
  return ctx.db
    .update(scoringModels)
    .set({ appliedAfter: after, ...(after ? {} : { appliedAt: ctx.now() }) })
    .where(isVersion(ctx, version));
}
