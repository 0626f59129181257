import * as z from "zod";
import { inviteStates, inviteTypes, rewardStates, rewardTypes } from "../../db/schema/control/access";
import { toWireTime, wireTime } from "../kernel/contract";
import { systemRoleNames } from "../kernel/permissions";
import type { Accepted, OpenInvite } from "./open-invite";
import type { Invite, Reward } from "./queries";
import { stateOf } from "./state";

const type = z.enum(inviteTypes);
const role = z.enum([...systemRoleNames, "custom"]).nullable();

export const inviteWire = z
  .strictObject({
    id: z.string(),
    type,
    email: z.string(),
    role,
    customRole: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    teamId: z.string().nullable(),
    status: z.enum(inviteStates),
    inviter: z.strictObject({ userId: z.string(), name: z.string() }),
    expiresAt: wireTime,
    sentAt: wireTime
      .nullable()
      .meta({ description: "When the last mail went out; null while it is on its way." }),
    acceptedAt: wireTime.nullable(),
    createdAt: wireTime,
  })
  .meta({ id: "Invite" });

export function inviteToWire(row: Invite, now: number): z.input<typeof inviteWire> {
  const { id, type, email, role, customRoleId, customRole, teamId, inviterUserId, inviterName } = row;
  return {
    id,
    type,
    email,
    role,
    customRole: customRoleId && { id: customRoleId, name: customRole?.name ?? "" },
    teamId,
    status: stateOf(row, now),
    inviter: { userId: inviterUserId, name: inviterName },
    expiresAt: toWireTime(row.expiresAt),
    sentAt: toWireTime(row.sentAt),
    acceptedAt: toWireTime(row.acceptedAt),
    createdAt: toWireTime(row.createdAt),
  };
}

export const invitePreviewWire = z
  .strictObject({
    type,
    email: z.string(),
    roleName: z.string().nullable(),
    inviterName: z.string(),
    organizationName: z.string().nullable().meta({ description: "Where the invite is to an organization." }),
    expiresAt: wireTime,
  })
  .meta({ id: "InvitePreview" });

export function previewToWire({ invite, organization }: OpenInvite): z.input<typeof invitePreviewWire> {
  return {
    type: invite.type,
    email: invite.email,
    roleName: roleNameOf(invite),
    inviterName: invite.inviterName,
    organizationName: invite.type === "organization_member" ? organization.name : null,
    expiresAt: toWireTime(invite.expiresAt),
  };
}

export const acceptedInviteWire = z
  .strictObject({
    inviteId: z.string(),
    type,
    memberId: z.string().nullable(),
    organization: z.strictObject({ id: z.string(), name: z.string(), slug: z.string() }).nullable(),
  })
  .meta({ id: "AcceptedInvite" });

export function acceptedToWire({
  invite,
  organization,
  memberId,
}: Accepted): z.input<typeof acceptedInviteWire> {
  const { id, name, slug } = organization;
  return {
    inviteId: invite.id,
    type: invite.type,
    memberId,
    organization: memberId && { id, name, slug },
  };
}

export const referralRewardWire = z
  .strictObject({
    id: z.string(),
    type: z.enum(rewardTypes),
    quantity: z.number().int(),
    status: z
      .enum(rewardStates)
      .meta({ description: "Pending until you own an organization that can use it." }),
    organizationId: z.string().nullable(),
    grantedAt: wireTime.nullable(),
    createdAt: wireTime,
  })
  .meta({ id: "ReferralReward" });

export function rewardToWire(row: Reward): z.input<typeof referralRewardWire> {
  return {
    id: row.id,
    type: row.rewardType,
    quantity: row.quantity,
    status: row.status,
    organizationId: row.organizationId,
    grantedAt: toWireTime(row.grantedAt),
    createdAt: toWireTime(row.createdAt),
  };
}

export function roleNameOf({ role, customRole }: Invite): string | null {
  return role === "custom" ? (customRole?.name ?? null) : role;
}
