import type { Database } from "../client";
import { defaultCell, makeId, randomBytesPerId, type Cell, type Id, type IdKind } from "../ids";
import { apiKeys } from "../schema/control/access";
import { organizationMembers, organizations, type systemRoles } from "../schema/control/organizations";
import { accounts, sessions, users } from "../schema/control/people";

export type Role = (typeof systemRoles)[number];

/** What a seed needs of the world; tests give it the real clock and randomness, the demo world fixed ones. */
export type Ground = { control: Database; now: number; random(bytes: number): Uint8Array };

export function newId<K extends IdKind>(ground: Ground, kind: K, cell: Cell = defaultCell): Id<K> {
  return makeId(kind, cell, ground.now, ground.random(randomBytesPerId));
}

export type NewPerson = {
  email: string;
  name: string;
  platformRole?: "user" | "super_admin";
  passwordHash?: string;
  emailVerified?: boolean;
};

export async function seedPerson(ground: Ground, person: NewPerson): Promise<Id<"user">> {
  const id = newId(ground, "user");
  const date = new Date(ground.now);
  const [firstName = "", ...rest] = person.name.split(" ");
  await ground.control.insert(users).values({
    id,
    email: person.email,
    emailVerified: person.emailVerified ?? true,
    name: person.name,
    firstName,
    lastName: rest.join(" "),
    platformRole: person.platformRole ?? "user",
    createdAt: date,
    updatedAt: date,
  });
  if (person.passwordHash !== undefined) {
    await ground.control.insert(accounts).values({
      id: newId(ground, "account"),
      userId: id,
      accountId: id,
      providerId: "credential",
      password: person.passwordHash,
      createdAt: date,
      updatedAt: date,
    });
  }
  return id;
}

export type NewOrganization = {
  name: string;
  slug: string;
  owner: Id<"user">;
  planSlug?: string;
  cell?: Cell;
};

export async function seedOrganization(ground: Ground, input: NewOrganization): Promise<Id<"organization">> {
  const { name, slug, owner, planSlug = "pro", cell = defaultCell } = input;
  const id = newId(ground, "organization", cell);
  const times = { createdAt: ground.now, updatedAt: ground.now };
  await ground.control
    .insert(organizations)
    .values({ id, name, slug, cell, planSlug, ownerUserId: owner, ...times });
  await seedMember(ground, id, owner, "owner");
  return id;
}

export async function seedMember(
  ground: Ground,
  organizationId: Id<"organization">,
  userId: Id<"user">,
  role: Role,
): Promise<Id<"member">> {
  const id = newId(ground, "member");
  const times = { joinedAt: ground.now, createdAt: ground.now, updatedAt: ground.now };
  await ground.control.insert(organizationMembers).values({ id, organizationId, userId, role, ...times });
  return id;
}

/** The token that goes, signed, into the session cookie. */
export async function seedSession(ground: Ground, userId: Id<"user">): Promise<string> {
  const id = newId(ground, "session");
  const token = `seed${[...ground.random(24)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  const date = new Date(ground.now);
  await ground.control.insert(sessions).values({
    id,
    userId,
    token,
    authenticatedAt: ground.now,
    expiresAt: new Date(ground.now + 14 * 86_400_000),
    createdAt: date,
    updatedAt: date,
  });
  return token;
}

export type NewKey = {
  organizationId: Id<"organization">;
  createdBy: Id<"user">;
  hash: string;
  scopes: string[];
  ratePerHour?: number;
};

export async function seedApiKey(ground: Ground, key: NewKey): Promise<Id<"apiKey">> {
  const id = newId(ground, "apiKey");
  await ground.control.insert(apiKeys).values({
    id,
    organizationId: key.organizationId,
    createdByUserId: key.createdBy,
    name: "Seeded key",
    prefix: "trb_test_",
    lastFour: "seed",
    keyHash: key.hash,
    scopes: key.scopes,
    rateLimitPerHour: key.ratePerHour ?? 3600,
    createdAt: ground.now,
  });
  return id;
}
