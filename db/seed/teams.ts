import type { Id } from "../ids";
import { teamMembers, teams } from "../schema/control/organizations";
import { type Ground, newId } from "./people";

export type NewTeam = {
  organizationId: Id<"organization">;
  name: string;
  description: string;
  managerId: Id<"member"> | null;
  members: Id<"member">[];
};

export async function seedTeam(ground: Ground, team: NewTeam): Promise<Id<"team">> {
  const { organizationId, name, description, managerId: managerMemberId, members } = team;
  const id = newId(ground, "team");
  const createdAt = ground.now;
  await ground.control
    .insert(teams)
    .values({ id, organizationId, name, description, managerMemberId, createdAt, updatedAt: createdAt });
  for (const memberId of members) {
    await ground.control
      .insert(teamMembers)
      .values({ id: newId(ground, "teamMember"), organizationId, teamId: id, memberId, createdAt });
  }
  return id;
}
