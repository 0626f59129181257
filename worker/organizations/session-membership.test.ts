import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { organizationMembers, organizations } from "../../db/schema/control/organizations";
import { sessions, users } from "../../db/schema/control/people";
import type { Id } from "../../db/ids";
import { clientOf } from "../test/client";
import { control, createPerson, createWorld, type Person } from "../test/world";

describe("a call that names no organization", () => {
  it("is about the one last used in this session", async () => {
    const { person, first, second } = await memberOfTwo();
    await usedLast(person.token, second);
    expect(await whereabouts(person)).toBe(second);
    await usedLast(person.token, first);
    expect(await whereabouts(person)).toBe(first);
  });

  it("in a new session is about the one that its person used last", async () => {
    const { person, second } = await memberOfTwo();
    await control().update(users).set({ lastOrganizationId: second }).where(eq(users.id, person.id));
    expect(await whereabouts(person)).toBe(second);
  });

  it("is about the first one joined where none was used, or the last one used is gone", async () => {
    const { person, first, second } = await memberOfTwo();
    expect(await whereabouts(person)).toBe(first);
    await usedLast(person.token, second);
    await control().update(organizations).set({ status: "deleted" }).where(eq(organizations.id, second));
    expect(await whereabouts(person)).toBe(first);
  });

  it("TEN-01 is never about one that its person is no member of", async () => {
    const stranger = await createWorld();
    const person = await createPerson();
    await usedLast(person.token, stranger.id);
    expect(await whereabouts(person)).toBeNull();
    expect((await person.client.in(stranger.id).get("/v1/me")).status).toBe(404);
  });
});

/** Somebody who has not worked anywhere yet, a member of two organizations. */
async function memberOfTwo() {
  const world = await createWorld();
  const person = await world.member("viewer");
  const other = await createWorld();
  await control()
    .update(organizationMembers)
    .set({ userId: person.id })
    .where(
      and(eq(organizationMembers.organizationId, other.id), eq(organizationMembers.userId, other.owner.id)),
    );
  return {
    person: { ...person, client: clientOf({ cookie: await person.cookie() }) },
    first: world.id,
    second: other.id,
  };
}

async function usedLast(token: string, organizationId: Id<"organization">): Promise<void> {
  await control().update(sessions).set({ organizationId }).where(eq(sessions.token, token));
}

async function whereabouts({ client }: Pick<Person, "client">): Promise<string | null> {
  const { status, body } = await client.get("/v1/me");
  expect(status).toBe(200);
  return body.organization?.id ?? null;
}
