import { and, eq, inArray, lte, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { aiInsights } from "../../db/schema/cell/insights";
import type { Context } from "../kernel/context";
import { write } from "../kernel/write";
import { nextNight, nightFrom } from "./night-job";
import { refreshInsights } from "./refresh";

const atOnce = 100;
const day = 86_400_000;
/** Whom nobody has heard of for so long, no rule speaks of anew. */
const remembered = 120 * day;

/** A hundred open leads of whom something was heard this season; a job for the next hundred stands in the same batch. */
export async function refreshAtNight(ctx: Context, after: Id<"lead"> | null): Promise<void> {
  const rows = await ctx.db.all<{ id: Id<"lead"> }>(
    sql`select id from leads where organization_id = ${ctx.organization.id} and is_listed = 1
      and id > ${after ?? ""} and status not in ('closed_won', 'closed_lost', 'unqualified')
      and (coalesce(last_activity_at, created_at) > ${ctx.now() - remembered} or next_follow_up_at is not null)
      order by id limit ${atOnce}`,
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await refreshInsights(ctx, ids);
  const last = ids.at(-1);
  const more = ids.length === atOnce && last ? [nightFrom(last, ctx.now())] : [];
  await write(ctx, after === null ? [expired(ctx)] : [], { jobs: [...more, nextNight(ctx)] });
}

function expired(ctx: Context) {
  const { organizationId, expiresAt, id } = aiInsights;
  const here = eq(organizationId, ctx.organization.id);
  const old = ctx.db
    .select({ id })
    .from(aiInsights)
    .where(and(here, lte(expiresAt, ctx.now())))
    .limit(1000);
  return ctx.db.delete(aiInsights).where(and(here, inArray(id, old)));
}
