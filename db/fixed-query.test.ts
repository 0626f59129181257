import { env } from "cloudflare:test";
import { eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { createPerson } from "../worker/test/world";
import { openDatabase } from "./client";
import { fixedQuery } from "./fixed-query";
import { organizations } from "./schema/control/organizations";
import { users } from "./schema/control/people";

const columns = {
  user: {
    id: users.id,
    verified: users.emailVerified,
    preferences: users.preferences,
    createdAt: users.createdAt,
  },
  organization: { id: organizations.id, name: organizations.name },
};
const select = () =>
  new QueryBuilder()
    .select(columns)
    .from(users)
    .leftJoin(organizations, eq(organizations.id, users.lastOrganizationId))
    .where(eq(users.id, sql.placeholder("id")));

describe("a fixed query", () => {
  it("reads what the query builder reads, each column as its own kind", async () => {
    const { database } = openDatabase(env.DB, "first-primary");
    const { id } = await createPerson();
    const [row] = await fixedQuery(columns, select)(database, { id });
    const [built] = await database
      .select(columns)
      .from(users)
      .leftJoin(organizations, eq(organizations.id, users.lastOrganizationId))
      .where(eq(users.id, id));
    expect(row).toEqual(built);
    expect(row).toMatchObject({ user: { verified: true, preferences: {} }, organization: null });
    expect(row?.user.createdAt).toBeInstanceOf(Date);
  });

  it("is written once and asked with other values each time", async () => {
    const { database } = openDatabase(env.DB, "first-primary");
    let written = 0;
    const ask = fixedQuery(columns, () => {
      written++;
      return select();
    });
    const people = await Promise.all([createPerson(), createPerson()]);
    for (const { id } of people)
      expect((await ask(database, { id })).map(({ user }) => user.id)).toEqual([id]);
    expect(await ask(database, { id: "usr_nobody" })).toEqual([]);
    expect(written).toBe(1);
  });
});
