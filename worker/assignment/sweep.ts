import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import { write } from "../kernel/write";
import { handOut } from "./hand-out";

const lotSize = 25;
const mostCounted = 10_000;

type Sweep = { after: string | null; waiting: boolean };

/** Hands out what is nobody's, a lot at a time: all of it, or only leads for which nobody was free when they came. */
export async function sweep(ctx: Context, { after, waiting }: Sweep): Promise<void> {
  const ids = await nobodys(ctx, after, waiting, lotSize);
  for (const id of ids) await handOut(ctx, id, { cause: waiting ? "waited" : "asked", from: null });
  const last = ids.at(-1);
  if (last !== undefined && ids.length === lotSize)
    await write(ctx, [], { jobs: [sweepOn({ after: last, waiting })] });
}

/** How many it will be about, up to ten thousand. */
export async function startSweep(ctx: Context): Promise<number> {
  authorize(ctx, "leads:assign");
  const row = await ctx.db.get<{ count: number }>(
    sql`select count(*) as count from (${selectNobodys(ctx, null, false, mostCounted)})`,
  );
  const count = row?.count ?? 0;
  if (count === 0) return 0;
  await write(ctx, [], {
    jobs: [sweepOn({ after: null, waiting: false })],
    audit: [{ action: "assignment.sweep_started", resourceType: "lead", changes: { count } }],
  });
  return count;
}

/** Gives what somebody was working on to others, when they have left. */
export async function handOver(ctx: Context, userId: Id<"user">): Promise<void> {
  const rows = await ctx.db.all<{ id: Id<"lead"> }>(
    sql`select id from leads indexed by leads_open where organization_id = ${ctx.organization.id}
      and assigned_to = ${userId} and is_listed = 1 and assigned_to is not null
      and status not in ('closed_won', 'closed_lost', 'unqualified') limit ${lotSize}`,
  );
  for (const { id } of rows) await handOut(ctx, id, { cause: "handed_over", from: userId });
  if (rows.length === lotSize)
    await write(ctx, [], {
      jobs: [{ queue: "delivery", type: "assignment.hand_over", payload: { userId } }],
    });
}

function sweepOn(payload: Sweep): JobDraft {
  return { queue: "delivery", type: "assignment.sweep", payload };
}

async function nobodys(ctx: Context, after: string | null, waiting: boolean, limit: number) {
  const rows = await ctx.db.all<{ id: Id<"lead"> }>(selectNobodys(ctx, after, waiting, limit));
  return rows.map(({ id }) => id);
}

function selectNobodys(ctx: Context, after: string | null, waiting: boolean, limit: number) {
  const { id } = ctx.organization;
  const isWaiting = sql`(select past.way from lead_assignments as past where past.organization_id = ${id}
    and past.lead_id = leads.id order by past.id desc limit 1) = 'nobody'`;
  return sql`select id from leads indexed by leads_assigned where organization_id = ${id} and assigned_to is null
    and is_listed = 1 and id > ${after ?? ""} and status not in ('closed_won', 'closed_lost', 'unqualified')
    and ${waiting ? isWaiting : sql`1`} order by id limit ${limit}`;
}
