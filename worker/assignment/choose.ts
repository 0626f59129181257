import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadAssignments, type Standing } from "../../db/schema/cell/assignment";
import { leads } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import type { Lead } from "../leads";
import { type Available, loadOf } from "./availability";
import type { AssignmentRule } from "./rules";

type Assignment = typeof leadAssignments.$inferSelect;
export type Choice = {
  rule: AssignmentRule;
  lead: Lead;
  way: Assignment["way"];
  cause: Assignment["cause"];
  standings: Standing[];
  candidates: Pick<Available, "worker" | "capacity">[];
};

/** False where everybody is full by now, or somebody else has dealt with the lead. */
export async function choose(ctx: Context, choice: Choice): Promise<boolean> {
  try {
    await write(ctx, chooseSteps(ctx, choice));
    return true;
  } catch (error) {
    if (error === nobodyFree) return false;
    throw error;
  }
}

const nobodyFree = new Conflict(
  "nobody_free",
  "Everybody who could take this lead has as many as they take.",
);

/** Picks and gives in one batch: the choice reads loads and turns as they are at that moment, and no other comes between. */
function chooseSteps(ctx: Context, choice: Choice): Step[] {
  const { rule, lead, way, cause, standings } = choice;
  const candidates = JSON.stringify(
    choice.candidates.map(({ worker, capacity }) => ({
      id: worker.userId,
      team: worker.teamIds.find((id) => rule.teamIds.includes(id)) ?? null,
      capacity,
    })),
  );
  const { id: organizationId } = ctx.organization;
  const turn = sql`(select past.id from lead_assignments as past where past.organization_id = ${organizationId}
    and past.rule_id = ${rule.id} and past.user_id = value ->> 'id' order by past.id desc limit 1)`;
  const pool = sql`select value ->> 'id' as user_id, value ->> 'capacity' as capacity, key as place,
    ${loadOf(ctx, sql`value ->> 'id'`)} as load, ${turn} as turn from json_each(${candidates})`;
  const order = way === "least_loaded" ? sql`pool.load, ` : sql``;
  return [
    ctx.db.insert(leadAssignments).select(
      sql`select null, ${organizationId}, lead.id, pool.user_id, lead.assigned_to, ${rule.id}, ${rule.name}, ${way},
      ${cause}, pool.load, ${JSON.stringify(standings)}, 0, ${ctx.actor.id}, ${ctx.now()}
      from leads as lead cross join (${pool}) as pool
      where lead.organization_id = ${organizationId} and lead.id = ${lead.id} and lead.assigned_to is ${lead.assignedTo}
      and (pool.capacity is null or pool.load < pool.capacity)
      order by ${order} coalesce(pool.turn, 0), pool.place limit 1`,
    ),
    orElse(nobodyFree),
    give(ctx, lead.id, {
      assignedTo: newest(ctx, lead.id),
      teamId: sql`coalesce((select value ->> 'team' from json_each(${candidates})
        where value ->> 'id' = ${newest(ctx, lead.id)}), team_id)`,
    }),
  ];
}

function newest(ctx: Context, leadId: Id<"lead">) {
  return sql<
    Id<"user">
  >`(select given.user_id from lead_assignments as given where given.organization_id = ${ctx.organization.id}
    and given.lead_id = ${leadId} order by given.id desc limit 1)`;
}

function give(ctx: Context, leadId: Id<"lead">, columns: Record<string, unknown>): Step {
  return ctx.db
    .update(leads)
    .set({ ...columns, assignedAt: ctx.now(), updatedAt: ctx.now() })
    .where(and(eq(leads.organizationId, ctx.organization.id), eq(leads.id, leadId)));
}
