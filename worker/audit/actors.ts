import { and, eq, inArray, sql } from "drizzle-orm";
import { apiKeys } from "../../db/schema/control/access";
import { organizationMembers } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import type { AuditRow } from "./queries";

type Acting = Pick<AuditRow, "actorKind" | "actorId">;
export type NameOf = (row: Acting) => string;

/** Names live in the control plane, the rows maybe not: they meet here, in memory. */
export async function nameActors(ctx: Context, rows: Acting[]): Promise<NameOf> {
  const idsOf = (...kinds: string[]) => [
    ...new Set(
      rows.flatMap(({ actorKind, actorId }) => (kinds.includes(actorKind) && actorId ? [actorId] : [])),
    ),
  ];
  const [people, keys] = await Promise.all([
    findPeople(ctx, idsOf("user", "operator")),
    findKeys(ctx, idsOf("api_key")),
  ]);
  return ({ actorKind, actorId }) => {
    if (actorKind === "system") return "Tributary";
    if (actorKind === "visitor") return "A visitor";
    if (actorKind === "api_key") return keys.get(actorId ?? "") ?? "An API key";
    const person = people.get(actorId ?? "");
    if (actorKind === "operator" && !person?.isMember) return "Tributary staff";
    return person?.name ?? "Somebody who has left";
  };
}

async function findPeople(ctx: Context, ids: string[]) {
  if (ids.length === 0) return new Map<string, { name: string; isMember: boolean }>();
  const rows = await ctx.control
    .select({ id: users.id, name: users.name, isMember: sql<number>`${organizationMembers.id} is not null` })
    .from(users)
    .leftJoin(
      organizationMembers,
      and(
        eq(organizationMembers.organizationId, ctx.organization.id),
        eq(organizationMembers.userId, users.id),
      ),
    )
    .where(inArray(users.id, idsIn(ids)));
  return new Map<string, { name: string; isMember: boolean }>(
    rows.map(({ id, name, isMember }) => [id, { name, isMember: isMember === 1 }]),
  );
}

async function findKeys(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.control
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.organizationId, ctx.organization.id), inArray(apiKeys.id, idsIn(ids))));
  return new Map(rows.map(({ id, name }) => [id, `API key “${name}”`]));
}
