import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Team, TeamMember } from "./queries";

export const teamWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    manager: z.strictObject({ memberId: z.string(), name: z.string() }).nullable(),
    memberCount: z.number().int(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Team" });

export function teamToWire(row: Team): z.input<typeof teamWire> {
  const { id, name, description, managerMemberId, managerName, memberCount } = row;
  return {
    id,
    name,
    description,
    manager: managerMemberId && { memberId: managerMemberId, name: managerName ?? "" },
    memberCount,
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

export const teamMemberWire = z
  .strictObject({
    memberId: z.string(),
    userId: z.string(),
    name: z.string(),
    avatarUrl: z.string().nullable(),
    isManager: z.boolean(),
    addedAt: wireTime,
  })
  .meta({ id: "TeamMember" });

export function teamMemberToWire(row: TeamMember): z.input<typeof teamMemberWire> {
  return { ...row, addedAt: toWireTime(row.addedAt) };
}
