import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, organizations } from "../../db/schema/control/organizations";
import { users } from "../../db/schema/control/people";
import type { PersonContext } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { refuseWhen, writeControl } from "../kernel/write";
import { freeSlug } from "./slug";

export type NewOrganization = { name: string; slug?: string };

const perPerson = 20;

/** A new tenant and its first owner, in one batch. */
export async function createOrganization(ctx: PersonContext, input: NewOrganization) {
  const cell = ctx.cellForNewOrganization();
  const id = ctx.newId("organization", cell);
  const now = ctx.now();
  const organization = {
    id,
    name: input.name,
    slug: input.slug ?? (await freeSlug(ctx, input.name)),
    ownerUserId: ctx.person.id,
    cell,
    createdAt: now,
    updatedAt: now,
  };
  await writeControl(
    ctx,
    { organizationId: id, cell, actor: ownerToBe(ctx) },
    [
      refuseWhen(ownsTooMany(ctx.person.id), tooMany),
      ctx.control.insert(organizations).values(organization),
      ctx.control.insert(organizationMembers).values({
        id: ctx.newId("member"),
        organizationId: id,
        userId: ctx.person.id,
        role: "owner",
        joinedAt: now,
        createdAt: now,
        updatedAt: now,
      }),
      ctx.control
        .update(users)
        .set({ lastOrganizationId: id })
        .where(sql`${users.id} = ${ctx.person.id}`),
    ],
    {
      facts: [{ type: "organization.created", subjectId: id, data: { name: input.name } }],
      audit: [
        {
          action: "organization.created",
          resourceType: "organization",
          resourceId: id,
          changes: { after: { name: input.name } },
        },
      ],
    },
  );
  return { ...organization, planSlug: "free", status: "active" as const };
}

const tooMany = new Conflict(
  "too_many_organizations",
  `One person can own at most ${perPerson} organizations.`,
);

function ownsTooMany(userId: Id<"user">) {
  return sql`(select count(*) from organizations where owner_user_id = ${userId} and status <> 'deleted') >= ${perPerson}`;
}

function ownerToBe({ person, session }: PersonContext) {
  // The membership is made in this very batch; until then the person acts as themselves.
  return { kind: "operator", id: person.id, session } as const;
}
