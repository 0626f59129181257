import * as z from "zod";
import { memberStates } from "../../db/schema/control/organizations";
import { toWireTime, wireTime } from "../kernel/contract";
import { effectivePermissions, systemRoleNames } from "../kernel/permissions";
import { levelOf, type MemberInTeams } from "./queries";

export const memberWire = z
  .strictObject({
    id: z.string(),
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    avatarUrl: z.string().nullable(),
    role: z.enum([...systemRoleNames, "custom"]),
    customRole: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    level: z.number().int(),
    permissions: z.array(z.string()).meta({ description: "What the member may do, exceptions included." }),
    permissionOverrides: z
      .array(z.string())
      .meta({ description: "“+members:read” adds, “-members:read” takes away." }),
    status: z.enum(memberStates),
    teams: z.array(z.strictObject({ id: z.string(), name: z.string(), isManager: z.boolean() })),
    joinedAt: wireTime.nullable(),
    createdAt: wireTime,
  })
  .meta({ id: "Member" });

export function memberToWire(row: MemberInTeams): z.input<typeof memberWire> {
  const { id, userId, name, email, avatarUrl, role, customRoleId, customRole, overrides, status } = row;
  return {
    id,
    userId,
    name,
    email,
    avatarUrl,
    role,
    customRole: customRoleId && { id: customRoleId, name: customRole?.name ?? "" },
    level: levelOf(row),
    permissions: [...effectivePermissions(role, customRole?.permissions ?? [], overrides)],
    permissionOverrides: overrides,
    status,
    teams: row.teams.map(({ id, name, isManager }) => ({ id, name, isManager })),
    joinedAt: toWireTime(row.joinedAt),
    createdAt: toWireTime(row.createdAt),
  };
}
