import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { organizationMembers, organizations } from "../../db/schema/control/organizations";
import type { PersonContext } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { roleLevel } from "../kernel/permissions";
import { refuseWhen, type Step, writeControl } from "../kernel/write";
import { actorAs, workIn } from "./acting";
import { findOwnedProfile, type Profile } from "./queries";
import { freeSlug, refuseTakenSlug } from "./slug";

export type NewOrganization = { name: string; slug?: string };

const perPerson = 20;

/** A new tenant and its first owner, in one batch. */
export async function createOrganization(ctx: PersonContext, input: NewOrganization): Promise<Profile> {
  const cell = ctx.cellForNewOrganization();
  const id = ctx.newId("organization", cell);
  const memberId = ctx.newId("member");
  const { name } = input;
  const slug = input.slug ?? (await freeSlug(ctx, name));
  const actor = actorAs(ctx, { memberId, role: "owner", level: roleLevel.owner });
  await refuseTakenSlug(
    writeControl(
      ctx,
      { organizationId: id, cell, actor },
      [
        refuseOwningTooMany(sql`${ctx.person.id}`),
        ...foundingSteps(ctx, { id, cell, memberId, name, slug }),
        ...workIn(ctx, id),
      ],
      {
        facts: [{ type: "organization.created", subjectId: id, data: { ownerUserId: ctx.person.id } }],
        audit: [
          {
            action: "organization.created",
            resourceType: "organization",
            resourceId: id,
            changes: { after: { name, slug } },
          },
        ],
      },
    ),
  );
  return await findOwnedProfile(ctx, id);
}

type Founding = { id: Id<"organization">; cell: string; memberId: Id<"member">; name: string; slug: string };

function foundingSteps(ctx: PersonContext, { id, cell, memberId, name, slug }: Founding): Step[] {
  const now = ctx.now();
  const times = { createdAt: now, updatedAt: now };
  return [
    ctx.control.insert(organizations).values({ id, name, slug, cell, ownerUserId: ctx.person.id, ...times }),
    ctx.control.insert(organizationMembers).values({
      id: memberId,
      organizationId: id,
      userId: ctx.person.id,
      role: "owner",
      joinedAt: now,
      ...times,
    }),
  ];
}

/** `owner` is a user's id as SQL, so that a batch can ask about somebody it has not read. */
export function refuseOwningTooMany(owner: SQL): Step {
  const owned = sql`(select count(*) from ${organizations} where owner_user_id = ${owner} and status <> 'deleted')`;
  return refuseWhen(
    sql`${owned} >= ${perPerson}`,
    new Conflict("too_many_organizations", `One person can own at most ${perPerson} organizations.`),
  );
}
