import { and, eq, type SQL, sql } from "drizzle-orm";
import { leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import { type Activity, someday } from "./queries";

const looksBack = 200;

/**
 * After the change of an activity, within its batch: the lead's next follow-up is the first of its open activities that has
 * a day. Where none has, a day that a person wrote stays, but not the one of the activity that was just done or moved.
 */
export function leadSteps(ctx: Context, before: Activity | null, after: Activity): Step[] {
  return [
    ctx.db
      .update(leads)
      .set({
        nextFollowUpAt: sql`coalesce(${firstOpen(ctx, after)}, ${unless(sql`next_follow_up_at`, before?.dueAt)})`,
        lastContactedAt: lastContact(ctx, before, after),
        firstContactedAt: firstContact(ctx, before, after),
        lastActivityAt:
          after.state === "done"
            ? sql`max(coalesce(last_activity_at, 0), ${after.at})`
            : sql`last_activity_at`,
      })
      .where(and(eq(leads.organizationId, ctx.organization.id), eq(leads.id, after.leadId))),
  ];
}

function firstOpen(ctx: Context, { leadId }: Activity): SQL {
  return sql`(select at from activities where organization_id = ${ctx.organization.id} and lead_id = ${leadId}
    and state = 'open' and at < ${someday} order by at limit 1)`;
}

function unless(column: SQL, gone: number | null | undefined): SQL {
  return gone === null || gone === undefined ? column : sql`nullif(${column}, ${gone})`;
}

/** A note or a task alone reaches nobody. What was taken back is no contact any more: then it is the one before. */
function lastContact(ctx: Context, before: Activity | null, after: Activity): SQL {
  const rest =
    before?.state === "done"
      ? sql`case when last_contacted_at = ${before.at} then ${newestContact(ctx, after)} else last_contacted_at end`
      : sql`last_contacted_at`;
  return isContact(after) ? sql`max(coalesce(${rest}, 0), ${after.at})` : rest;
}

/** How long somebody waited for us: the same for the first of them. */
function firstContact(ctx: Context, before: Activity | null, after: Activity): SQL {
  const rest =
    before?.state === "done"
      ? sql`case when first_contacted_at = ${before.at} then ${oldestContact(ctx, after)} else first_contacted_at end`
      : sql`first_contacted_at`;
  return isContact(after) ? sql`min(coalesce(${rest}, ${after.at}), ${after.at})` : rest;
}

function isContact({ state, type }: Activity): boolean {
  return state === "done" && type !== "note" && type !== "task";
}

function oldestContact(ctx: Context, { leadId }: Activity): SQL {
  return sql`(select min(at) from (select at, type from activities where organization_id = ${ctx.organization.id}
    and lead_id = ${leadId} and state = 'done' order by at limit ${looksBack})
    where type not in ('note', 'task'))`;
}

function newestContact(ctx: Context, { leadId }: Activity): SQL {
  return sql`(select max(at) from (select at, type from activities where organization_id = ${ctx.organization.id}
    and lead_id = ${leadId} and state = 'done' order by at desc limit ${looksBack})
    where type not in ('note', 'task'))`;
}
