import * as z from "zod";
import { memberStates } from "../../db/schema/control/organizations";
import { grantableRoles } from "../roles";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { permissions } from "../kernel/permissions";
import { changeMember } from "./change";
import { getMember, listMembers } from "./queries";
import { removeMember } from "./remove";
import { memberToWire, memberWire } from "./wire";

const tag = "Members";
const params = z.object({ memberId: idOf("member") });
const override = z.enum(
  permissions.flatMap((permission) => [`+${permission}` as const, `-${permission}` as const]),
);

const listMembersRoute = route(
  {
    method: "get",
    path: "/v1/members",
    operation: "listMembers",
    tag,
    summary: "List members",
    description: "In the order of joining. `q` looks in names and email addresses.",
    access: "organization",
    permission: "members:read",
    query: pageQuery.extend({
      q: z.string().trim().min(1).max(100).optional(),
      status: z.enum(memberStates).optional(),
    }),
    answer: { status: 200, schema: pageOf(memberWire) },
    // A hundred members, each in a few teams.
    budget: { read: 1000, written: 4 },
  },
  async (ctx, { query }) => {
    const rows = await listMembers(ctx, { ...query, cursor: cursorId(query.cursor) });
    return toPage(rows, query.limit, (row) => [row.id], memberToWire);
  },
);

const getMemberRoute = route(
  {
    method: "get",
    path: "/v1/members/{memberId}",
    operation: "getMember",
    tag,
    summary: "Get a member",
    access: "organization",
    permission: "members:read",
    params,
    answer: { status: 200, schema: memberWire },
  },
  async (ctx, { params }) => memberToWire(await getMember(ctx, params.memberId)),
);

const updateMemberRoute = route(
  {
    method: "patch",
    path: "/v1/members/{memberId}",
    operation: "updateMember",
    tag,
    summary: "Change a member's role, exceptions or status",
    description:
      "Only of members who stand below you, and only to what you have yourself. A new role begins without the exceptions of the old one, unless you send some.",
    access: "organization",
    permission: "members:update",
    sessionOnly: true,
    rate: "write",
    params,
    body: z.strictObject({
      role: z.enum(grantableRoles).optional(),
      customRoleId: idOf("role").optional(),
      permissionOverrides: z.array(override).max(100).optional(),
      status: z.enum(["active", "suspended"]).optional(),
    }),
    answer: { status: 200, schema: memberWire },
    problems: ["conflict", "plan_limit"],
  },
  async (ctx, { params, body }) => memberToWire(await changeMember(ctx, params.memberId, body)),
);

const removeMemberRoute = route(
  {
    method: "delete",
    path: "/v1/members/{memberId}",
    operation: "removeMember",
    tag,
    summary: "Remove a member, or leave",
    description:
      "Removing others needs `members:remove`; everybody but the owner may leave. API keys that the person made keep working and are listed for review in the audit log.",
    access: "organization",
    permission: "organization:read",
    sessionOnly: true,
    rate: "write",
    params,
    answer: { status: 204 },
    problems: ["conflict"],
  },
  (ctx, { params }) => removeMember(ctx, params.memberId),
);

export const memberRoutes = [listMembersRoute, getMemberRoute, updateMemberRoute, removeMemberRoute];
