import { and, eq, lte, ne, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { idempotencyKeys, jobs } from "../../db/schema/cell/spine";
import { referralRewards, userInvites } from "../../db/schema/control/access";
import { organizations } from "../../db/schema/control/organizations";
import { sessions, users } from "../../db/schema/control/people";
import type { Context } from "../kernel/context";
import { writeOrganization } from "../kernel/write";
import { erasedFromCell, erasedFromControl } from "./owned-tables";

/** Removes an organization whose days of grace are over. Begun twice, or cut off in the middle, it ends the same. */
export async function eraseOrganization(ctx: Context, ownJob: Id<"job">): Promise<void> {
  if (!(await isDue(ctx))) return;
  const { id } = ctx.organization;
  for (const database of new Set([ctx.db, ctx.control])) {
    for (const table of erasedFromCell) await eraseRows(database, table, eq(table.organizationId, id));
    await eraseRows(database, jobs, and(eq(jobs.organizationId, id), ne(jobs.id, ownJob)));
    await database.delete(idempotencyKeys).where(eq(idempotencyKeys.owner, id));
  }
  await ctx.providers.files.deleteBelow(`${id}/`);
  await releasePeople(ctx);
  for (const table of erasedFromControl) await eraseRows(ctx.control, table, eq(table.organizationId, id));
  await writeOrganization(ctx, [ctx.control.delete(organizations).where(eq(organizations.id, id))], {
    audit: [{ action: "organization.erased", resourceType: "organization", resourceId: id }],
  });
}

/** It may have been restored since, or restored and deleted again with other thirty days. */
async function isDue(ctx: Context): Promise<boolean> {
  const [row] = await ctx.control
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      and(
        eq(organizations.id, ctx.organization.id),
        eq(organizations.status, "deleted"),
        lte(organizations.eraseAfter, ctx.now()),
      ),
    );
  return row !== undefined;
}

/** People and what they earned by referring others stay; they only no longer point here. */
async function releasePeople(ctx: Context): Promise<void> {
  const { id } = ctx.organization;
  const ofOthers = and(eq(userInvites.organizationId, id), ne(userInvites.inviteType, "organization_member"));
  await ctx.control.batch([
    ctx.control.update(sessions).set({ organizationId: null }).where(eq(sessions.organizationId, id)),
    ctx.control.update(users).set({ lastOrganizationId: null }).where(eq(users.lastOrganizationId, id)),
    ctx.control
      .update(referralRewards)
      .set({ organizationId: null })
      .where(eq(referralRewards.organizationId, id)),
    ctx.control.update(userInvites).set({ organizationId: null }).where(ofOthers),
    ctx.control.delete(userInvites).where(eq(userInvites.organizationId, id)),
  ]);
}

const chunk = 1000;

/** In pieces, because one statement has a limited time and an organization has no limited size. */
async function eraseRows(database: Database, table: SQLiteTable, which: SQL | undefined): Promise<void> {
  const key = sql.join(keyOf(table), sql`, `);
  for (let erased = chunk; erased === chunk;) {
    const some = sql`(${key}) in (select ${key} from ${table} where ${which} limit ${chunk})`;
    const { meta } = await database.delete(table).where(and(which, some)).run();
    erased = meta.changes;
  }
}

/** By its whole key a row is found at once, and an event has a key of three columns. */
function keyOf(table: SQLiteTable): SQLiteColumn[] {
  const { columns, primaryKeys } = getTableConfig(table);
  return primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
}
