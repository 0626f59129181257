import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import { permissions, roleLevel, rolePermissions, roleWords, type SystemRole } from "../kernel/permissions";
import type { CustomRole } from "./queries";

export const roleWire = z
  .strictObject({
    id: z.string().meta({ description: "Of a system role its name, of a custom one its id." }),
    kind: z.enum(["system", "custom"]),
    name: z.string(),
    description: z.string(),
    level: z.number().int().meta({ description: "Members change only those who stand below them." }),
    permissions: z.array(z.string()),
    createdAt: wireTime.nullable(),
    updatedAt: wireTime.nullable(),
  })
  .meta({ id: "Role" });

export function systemRoleToWire(role: SystemRole): z.input<typeof roleWire> {
  return {
    id: role,
    kind: "system",
    name: role.charAt(0).toUpperCase() + role.slice(1),
    description: roleWords[role],
    level: roleLevel[role],
    permissions: [...rolePermissions[role]],
    createdAt: null,
    updatedAt: null,
  };
}

export function customRoleToWire(row: CustomRole): z.input<typeof roleWire> {
  return {
    id: row.id,
    kind: "custom",
    name: row.name,
    description: row.description,
    level: row.hierarchyLevel,
    permissions: permissions.filter((permission) => row.permissions.includes(permission)),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}
