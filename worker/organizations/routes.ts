import * as z from "zod";
import { can } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { createOrganization } from "./create";
import { deleteOrganization, restoreOrganization } from "./delete";
import { profileChange } from "./profile";
import { getProfile, listMine } from "./queries";
import { slugShape } from "./slug";
import { transferOrganization } from "./transfer";
import { updateOrganization } from "./update";
import { mineToWire, myOrganizationWire, organizationToWire, organizationWire } from "./wire";

const tag = "Organizations";
const params = z.object({ organizationId: idOf("organization") });
const owner = { billing: true };

const listOrganizationsRoute = route(
  {
    method: "get",
    path: "/v1/organizations",
    operation: "listOrganizations",
    tag,
    summary: "List the organizations you belong to",
    description: "With your role in each, in the order in which you joined.",
    access: "person",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(myOrganizationWire) },
  },
  async (ctx, { query: { cursor, limit } }) => {
    const rows = await listMine(ctx, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.memberId], mineToWire);
  },
);

const createOrganizationRoute = route(
  {
    method: "post",
    path: "/v1/organizations",
    operation: "createOrganization",
    tag,
    summary: "Create an organization",
    description: "You own it, and your session works in it from here on.",
    access: "person",
    rate: "write",
    body: z.strictObject({ name: z.string().trim().min(1).max(120), slug: slugShape.optional() }),
    answer: { status: 201, schema: organizationWire },
    problems: ["conflict"],
  },
  async (ctx, { body }) => organizationToWire(await createOrganization(ctx, body), owner),
);

const getOrganizationRoute = route(
  {
    method: "get",
    path: "/v1/organizations/{organizationId}",
    operation: "getOrganization",
    tag,
    summary: "Get an organization",
    access: "organization",
    permission: "organization:read",
    params,
    answer: { status: 200, schema: organizationWire },
  },
  async (ctx) => organizationToWire(await getProfile(ctx), { billing: can(ctx, "billing:read") }),
);

const updateOrganizationRoute = route(
  {
    method: "patch",
    path: "/v1/organizations/{organizationId}",
    operation: "updateOrganization",
    tag,
    summary: "Change an organization",
    description: "Changes what is given; in `address`, `branding` and `settings` too. Null clears a field.",
    access: "organization",
    permission: "organization:update",
    rate: "write",
    params,
    body: profileChange,
    answer: { status: 200, schema: organizationWire },
    problems: ["conflict"],
  },
  async (ctx, { body }) =>
    organizationToWire(await updateOrganization(ctx, body), { billing: can(ctx, "billing:read") }),
);

const transferOrganizationRoute = route(
  {
    method: "post",
    path: "/v1/organizations/{organizationId}/transfer",
    operation: "transferOrganization",
    tag,
    summary: "Hand an organization over to another member",
    description: "The member becomes its owner and you an admin, in one step.",
    access: "organization",
    permission: "organization:transfer",
    sessionOnly: true,
    recentAuthentication: true,
    rate: "write",
    params,
    body: z.strictObject({ memberId: idOf("member") }),
    answer: { status: 200, schema: organizationWire },
    problems: ["conflict"],
  },
  async (ctx, { body }) =>
    // Whoever hands it over is an admin now, and admins read billing.
    organizationToWire(await transferOrganization(ctx, body.memberId), owner),
);

const deleteOrganizationRoute = route(
  {
    method: "delete",
    path: "/v1/organizations/{organizationId}",
    operation: "deleteOrganization",
    tag,
    summary: "Delete an organization",
    description:
      "Everything in it stops at once. For thirty days its owner can restore it, then it is erased.",
    access: "organization",
    permission: "organization:delete",
    sessionOnly: true,
    recentAuthentication: true,
    rate: "write",
    params,
    answer: { status: 204 },
    problems: ["conflict"],
  },
  (ctx) => deleteOrganization(ctx),
);

const restoreOrganizationRoute = route(
  {
    method: "post",
    path: "/v1/organizations/{organizationId}/restoration",
    operation: "restoreOrganization",
    tag,
    summary: "Restore a deleted organization",
    access: "person",
    rate: "write",
    params,
    answer: { status: 200, schema: organizationWire },
    problems: ["conflict", "gone"],
  },
  async (ctx, { params }) => organizationToWire(await restoreOrganization(ctx, params.organizationId), owner),
);

export const organizationRoutes = [
  listOrganizationsRoute,
  createOrganizationRoute,
  getOrganizationRoute,
  updateOrganizationRoute,
  transferOrganizationRoute,
  deleteOrganizationRoute,
  restoreOrganizationRoute,
];
