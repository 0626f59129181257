import * as z from "zod";
import { inviteStates, inviteTypes } from "../../db/schema/control/access";
import { authorize } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { isMailAddress } from "../providers";
import { grantableRoles } from "../roles";
import { acceptInvite } from "./accept";
import { openInvite } from "./open-invite";
import { createInvite } from "./create";
import { cancelInvite, resendInvite } from "./manage";
import { listInvites, listRewards } from "./queries";
import {
  acceptedInviteWire,
  acceptedToWire,
  invitePreviewWire,
  inviteToWire,
  inviteWire,
  previewToWire,
  referralRewardWire,
  rewardToWire,
} from "./wire";

const tag = "Invites";
const params = z.object({ inviteId: idOf("invite") });
const token = z.strictObject({ token: z.string().min(1).max(200) });
// Everybody may recommend Tributary and look after what they sent; more than that the verbs ask for themselves.
const everybody = { tag, access: "organization", permission: "organization:read" } as const;

const listInvitesRoute = route(
  {
    ...everybody,
    method: "get",
    path: "/v1/invites",
    operation: "listInvites",
    summary: "List invites",
    description: "Newest first, open and past. Without `invites:read` those that you sent.",
    query: pageQuery.extend({
      type: z.enum(inviteTypes).optional(),
      status: z.enum(inviteStates).optional(),
    }),
    answer: { status: 200, schema: pageOf(inviteWire) },
    budget: { read: 400, written: 4 },
  },
  async (ctx, { query }) => {
    if (ctx.actor.kind !== "user") authorize(ctx, "invites:read");
    const rows = await listInvites(ctx, { ...query, cursor: cursorId(query.cursor) });
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => inviteToWire(row, ctx.now()),
    );
  },
);

const createInviteRoute = route(
  {
    ...everybody,
    method: "post",
    path: "/v1/invites",
    operation: "createInvite",
    summary: "Invite somebody by email",
    description:
      "`organization_member` needs `invites:write`, a role not above your own, and a free seat; `referral` is open to every member; `beta_access` to operators.",
    sessionOnly: true,
    rate: "mail",
    body: z.strictObject({
      email: z.email().max(254).toLowerCase().refine(isMailAddress, "Mail cannot be sent to this address."),
      type: z.enum(inviteTypes),
      role: z.enum(grantableRoles).optional(),
      customRoleId: idOf("role").optional(),
      teamId: idOf("team").optional(),
    }),
    answer: { status: 201, schema: inviteWire },
    problems: ["plan_limit", "conflict"],
  },
  async (ctx, { body }) => inviteToWire(await createInvite(ctx, body), ctx.now()),
);

const resendInviteRoute = route(
  {
    ...everybody,
    method: "post",
    path: "/v1/invites/{inviteId}/delivery",
    operation: "resendInvite",
    summary: "Send an invite again",
    description: "With a new link; the one sent before no longer works. An expired invite is good again.",
    sessionOnly: true,
    rate: "mail",
    params,
    answer: { status: 202, schema: inviteWire },
    problems: ["plan_limit", "conflict"],
  },
  async (ctx, { params }) => inviteToWire(await resendInvite(ctx, params.inviteId), ctx.now()),
);

const cancelInviteRoute = route(
  {
    ...everybody,
    method: "delete",
    path: "/v1/invites/{inviteId}",
    operation: "cancelInvite",
    summary: "Cancel an invite",
    sessionOnly: true,
    rate: "write",
    params,
    answer: { status: 204 },
    problems: ["conflict"],
  },
  (ctx, { params }) => cancelInvite(ctx, params.inviteId),
);

const previewInviteRoute = route(
  {
    method: "post",
    path: "/v1/invites/preview",
    operation: "previewInvite",
    tag,
    summary: "See what an invite is for",
    description: "By the token of the mail, before signing in.",
    access: "public",
    body: token,
    answer: { status: 200, schema: invitePreviewWire },
    problems: ["not_found", "gone"],
  },
  async (base, { body }) => previewToWire(await openInvite(base, body.token)),
);

const acceptInviteRoute = route(
  {
    method: "post",
    path: "/v1/invites/acceptance",
    operation: "acceptInvite",
    tag,
    summary: "Accept an invite",
    description:
      "As the person it was sent to, with that address confirmed. Your session works there from then on.",
    access: "person",
    rate: "write",
    body: token,
    answer: { status: 200, schema: acceptedInviteWire },
    problems: ["forbidden", "not_found", "gone", "conflict", "plan_limit"],
  },
  async (ctx, { body }) => acceptedToWire(await acceptInvite(ctx, body.token)),
);

const listRewardsRoute = route(
  {
    method: "get",
    path: "/v1/referral-rewards",
    operation: "listReferralRewards",
    tag,
    summary: "List what your recommendations earned",
    access: "person",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(referralRewardWire) },
  },
  async (ctx, { query: { cursor, limit } }) => {
    const rows = await listRewards(ctx, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.id], rewardToWire);
  },
);

export const inviteRoutes = [
  listInvitesRoute,
  createInviteRoute,
  resendInviteRoute,
  cancelInviteRoute,
  previewInviteRoute,
  acceptInviteRoute,
  listRewardsRoute,
];
