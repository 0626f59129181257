import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, primaryId, time } from "../../columns";
import { organizations, systemRoles } from "./organizations";
import { users } from "./people";

export const inviteTypes = ["referral", "organization_member", "beta_access"] as const;
export const inviteStates = ["pending", "accepted", "expired", "cancelled"] as const;
export const rewardTypes = ["free_generation", "bonus_strategies", "month_free"] as const;
export const rewardStates = ["pending", "active", "used", "expired"] as const;

export const userInvites = sqliteTable(
  "user_invites",
  {
    id: primaryId("invite"),
    organizationId: idOf("organization", "organization_id").references(() => organizations.id),
    inviterUserId: idOf("user", "inviter_user_id")
      .notNull()
      .references(() => users.id),
    email: text("email").notNull(),
    /** SHA-256 of the code; the code itself is only in the mail. */
    codeHash: text("code_hash").notNull().unique(),
    inviteType: text("invite_type", { enum: inviteTypes }).notNull(),
    role: text("role", { enum: [...systemRoles, "custom"] }),
    customRoleId: idOf("role", "custom_role_id"),
    teamId: idOf("team", "team_id"),
    status: text("status", { enum: inviteStates }).notNull().default("pending"),
    expiresAt: time("expires_at").notNull(),
    sentAt: time("sent_at"),
    acceptedAt: time("accepted_at"),
    acceptedByUserId: idOf("user", "accepted_by_user_id"),
    rewardGrantedToInviter: flag("reward_granted_to_inviter").notNull().default(false),
    rewardGrantedToInvitee: flag("reward_granted_to_invitee").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    index("user_invites_organization").on(table.organizationId, table.id),
    index("user_invites_inviter").on(table.inviterUserId, table.id),
    // Seats are counted and doubles are found by what is still open, not by all that ever was.
    index("user_invites_pending")
      .on(table.organizationId, table.email)
      .where(sql`status = 'pending'`),
    uniqueIndex("user_invites_referred_once")
      .on(table.acceptedByUserId)
      .where(sql`invite_type = 'referral' and status = 'accepted'`),
    check("user_invites_status", sql`${table.status} in ('pending','accepted','expired','cancelled')`),
  ],
);

/** Earned once an invite and person; `pending` until there is an organization whose usage it can be added to. */
export const referralRewards = sqliteTable(
  "referral_rewards",
  {
    id: primaryId("reward"),
    userId: idOf("user", "user_id")
      .notNull()
      .references(() => users.id),
    /** Where the bonus went. */
    organizationId: idOf("organization", "organization_id").references(() => organizations.id),
    earnedFromInviteId: idOf("invite", "earned_from_invite_id")
      .notNull()
      .references(() => userInvites.id),
    rewardType: text("reward_type", { enum: rewardTypes }).notNull(),
    /** What it is worth in minor units, for reports; null where it has no price. */
    rewardValue: integer("reward_value"),
    currency: text("currency").notNull().default("usd"),
    quantity: integer("quantity").notNull().default(1),
    status: text("status", { enum: rewardStates }).notNull().default("pending"),
    grantedAt: time("granted_at"),
    expiresAt: time("expires_at"),
    usedAt: time("used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("referral_rewards_once").on(table.earnedFromInviteId, table.userId),
    index("referral_rewards_user").on(table.userId, table.status),
    check("referral_rewards_status", sql`${table.status} in ('pending','active','used','expired')`),
  ],
);

export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: primaryId("apiKey"),
    organizationId: idOf("organization", "organization_id")
      .notNull()
      .references(() => organizations.id),
    createdByUserId: idOf("user", "created_by_user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    prefix: text("prefix").notNull(),
    lastFour: text("last_four").notNull(),
    keyHash: text("key_hash").notNull().unique(),
    scopes: json<string[]>("scopes").notNull(),
    rateLimitPerHour: integer("rate_limit_per_hour").notNull().default(3600),
    usageCount: integer("usage_count").notNull().default(0),
    lastUsedAt: time("last_used_at"),
    expiresAt: time("expires_at"),
    isActive: flag("is_active").notNull().default(true),
    revokedAt: time("revoked_at"),
    rotatedFrom: idOf("apiKey", "rotated_from"),
    createdAt: createdAt(),
  },
  (table) => [index("api_keys_organization").on(table.organizationId, table.id)],
);
