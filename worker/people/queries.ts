import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { accounts, users } from "../../db/schema/control/people";

/** Whose password is in our own accounts; the others belong to social sign-in. */
export const credentialProvider = "credential";

export async function findPersonByEmail(control: Database, email: string) {
  const [person] = await selectPerson(control).where(eq(users.email, email));
  return person;
}

export async function findPersonById(control: Database, id: Id<"user">) {
  const [person] = await selectPerson(control).where(eq(users.id, id));
  return person;
}

export type KnownPerson = NonNullable<Awaited<ReturnType<typeof findPersonById>>>;

function selectPerson(control: Database) {
  return control
    .select({
      id: users.id,
      email: users.email,
      emailVerified: users.emailVerified,
      name: users.name,
      status: users.status,
      cancelledAt: users.cancelledAt,
      passwordHash: accounts.password,
    })
    .from(users)
    .leftJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, credentialProvider)));
}
