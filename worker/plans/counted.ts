import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import type { CountedFeature } from "./features";

/**
 * What takes up room in a plan, said once: the guard of whoever adds one and the usage page ask the same question.
 * These are scalar queries on tables of the domains above, so that no domain has to be asked at run time.
 */
export function seatsInUse(organizationId: Id<"organization">): SQL {
  return sql`select count(*) from organization_members where organization_id = ${organizationId} and status <> 'suspended'`;
}

/** With what open invites have promised: what counts for whoever wants to promise one more. */
export function seatsPromised(organizationId: Id<"organization">, now: number): SQL {
  return sql`select (${seatsInUse(organizationId)}) + (select count(*) from user_invites
    where organization_id = ${organizationId} and status = 'pending' and invite_type = 'organization_member'
      and expires_at > ${now})`;
}

export function teamsInUse(organizationId: Id<"organization">): SQL {
  return sql`select count(*) from teams where organization_id = ${organizationId}`;
}

/** A key that was replaced and only lives on for its grace takes no room. */
export function apiKeysInUse(organizationId: Id<"organization">, now: number): SQL {
  return sql`select count(*) from api_keys where organization_id = ${organizationId} and is_active = 1
    and revoked_at is null and (expires_at is null or expires_at > ${now})`;
}

/** In the cell, where the rest is in the control plane. One that is archived takes no room. */
export function businessesInUse(organizationId: Id<"organization">): SQL {
  return sql`select count(*) from businesses where organization_id = ${organizationId} and status = 'active'`;
}

export function strategiesInUse(organizationId: Id<"organization">): SQL {
  return sql`select count(*) from content_strategies
    where organization_id = ${organizationId} and archived_at is null`;
}

export async function countInUse(ctx: Context): Promise<Record<CountedFeature, number>> {
  const { id } = ctx.organization;
  const now = ctx.now();
  const [control, cell] = await Promise.all([
    ctx.control.get<Omit<Record<CountedFeature, number>, "businesses" | "strategies">>(
      sql`select (${seatsPromised(id, now)}) as seats, (${teamsInUse(id)}) as teams, (${apiKeysInUse(id, now)}) as api_keys`,
    ),
    ctx.db.get<Pick<Record<CountedFeature, number>, "businesses" | "strategies">>(
      sql`select (${businessesInUse(id)}) as businesses, (${strategiesInUse(id)}) as strategies`,
    ),
  ]);
  return { ...control, ...cell };
}
