import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { pageOf } from "../kernel/page";
import { permissions, systemRoleNames } from "../kernel/permissions";
import { createRole, updateRole } from "./change";
import { deleteRole } from "./delete";
import { listCustomRoles } from "./queries";
import { customRoleToWire, roleWire, systemRoleToWire } from "./wire";

const tag = "Roles";
const params = z.object({ roleId: idOf("role") });
const fields = {
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(500),
  permissions: z.array(z.enum(permissions)).min(1).max(permissions.length),
  level: z.int().min(1).max(79),
};

const listRolesRoute = route(
  {
    method: "get",
    path: "/v1/roles",
    operation: "listRoles",
    tag,
    summary: "List roles",
    description: "The six that every organization has, then your own. They come in one page.",
    access: "organization",
    permission: "roles:read",
    answer: { status: 200, schema: pageOf(roleWire) },
  },
  async (ctx) => {
    const custom = await listCustomRoles(ctx);
    return {
      data: [...systemRoleNames.map(systemRoleToWire), ...custom.map(customRoleToWire)],
      nextCursor: null,
    };
  },
);

const createRoleRoute = route(
  {
    method: "post",
    path: "/v1/roles",
    operation: "createRole",
    tag,
    summary: "Create a custom role",
    description: "Only with permissions that you have yourself; every role also reads the organization.",
    access: "organization",
    permission: "roles:write",
    sessionOnly: true,
    rate: "write",
    body: z.strictObject({
      ...fields,
      description: fields.description.default(""),
      level: fields.level.default(20),
    }),
    answer: { status: 201, schema: roleWire },
    problems: ["plan_limit", "conflict"],
  },
  async (ctx, { body }) => customRoleToWire(await createRole(ctx, body)),
);

const updateRoleRoute = route(
  {
    method: "patch",
    path: "/v1/roles/{roleId}",
    operation: "updateRole",
    tag,
    summary: "Change a custom role",
    access: "organization",
    permission: "roles:write",
    sessionOnly: true,
    rate: "write",
    params,
    body: z.strictObject(fields).partial(),
    answer: { status: 200, schema: roleWire },
    problems: ["plan_limit", "conflict"],
  },
  async (ctx, { params, body }) => customRoleToWire(await updateRole(ctx, params.roleId, body)),
);

const deleteRoleRoute = route(
  {
    method: "delete",
    path: "/v1/roles/{roleId}",
    operation: "deleteRole",
    tag,
    summary: "Delete a custom role that nobody holds",
    access: "organization",
    permission: "roles:write",
    sessionOnly: true,
    rate: "write",
    params,
    answer: { status: 204 },
    problems: ["conflict"],
  },
  (ctx, { params }) => deleteRole(ctx, params.roleId),
);

export const roleRoutes = [listRolesRoute, createRoleRoute, updateRoleRoute, deleteRoleRoute];
