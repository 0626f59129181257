import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, idOf, json, primaryId, time } from "../../columns";

/** better-auth writes these tables and speaks in Date; the stored value is milliseconds all the same. */
const date = (column: string) => integer(column, { mode: "timestamp_ms" });

export const users = sqliteTable("users", {
  id: primaryId("user"),
  email: text("email").notNull().unique(),
  emailVerified: flag("email_verified").notNull().default(false),
  name: text("name").notNull(),
  firstName: text("first_name"),
  lastName: text("last_name"),
  image: text("avatar_url"),
  platformRole: text("platform_role", { enum: ["user", "admin", "super_admin"] })
    .notNull()
    .default("user"),
  status: text("status", { enum: ["active", "suspended", "cancelled"] })
    .notNull()
    .default("active"),
  timezone: text("timezone").notNull().default("UTC"),
  language: text("language").notNull().default("en"),
  preferences: json<Record<string, unknown>>("preferences").notNull().default({}),
  aiSettings: json<Record<string, unknown>>("ai_settings").notNull().default({}),
  referralCode: text("referral_code").unique(),
  totalReferralsMade: integer("total_referrals_made").notNull().default(0),
  successfulReferrals: integer("successful_referrals").notNull().default(0),
  lifetimeReferralRewardsEarned: integer("lifetime_referral_rewards_earned").notNull().default(0),
  isInternal: flag("is_internal").notNull().default(false),
  twoFactorEnabled: flag("two_factor_enabled").notNull().default(false),
  lastOrganizationId: idOf("organization", "last_organization_id"),
  /** Set while the account waits to be erased; signing in before then brings it back. */
  cancelledAt: time("cancelled_at"),
  lastLoginAt: time("last_login_at"),
  lastActiveAt: time("last_active_at"),
  createdAt: date("created_at").notNull(),
  updatedAt: date("updated_at").notNull(),
});

export const sessions = sqliteTable(
  "sessions",
  {
    id: primaryId("session"),
    userId: idOf("user", "user_id")
      .notNull()
      .references(() => users.id),
    token: text("token").notNull().unique(),
    organizationId: idOf("organization", "organization_id"),
    /** When the person last proved who they are; sensitive acts ask for a recent one. */
    authenticatedAt: time("authenticated_at"),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    /** Where the sign-in came from, in words, as far as the network told. */
    place: text("place"),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [index("sessions_user").on(table.userId)],
);

export const accounts = sqliteTable(
  "accounts",
  {
    id: primaryId("account"),
    userId: idOf("user", "user_id")
      .notNull()
      .references(() => users.id),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: date("access_token_expires_at"),
    refreshTokenExpiresAt: date("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [
    index("accounts_user").on(table.userId),
    uniqueIndex("accounts_provider_account").on(table.providerId, table.accountId),
  ],
);

export const verifications = sqliteTable(
  "verifications",
  {
    id: primaryId("verification"),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: date("expires_at").notNull(),
    createdAt: date("created_at").notNull(),
    updatedAt: date("updated_at").notNull(),
  },
  (table) => [
    index("verifications_identifier").on(table.identifier),
    // Expired rows are swept by time, so that the sweep reads only what it deletes.
    index("verifications_expiry").on(table.expiresAt),
  ],
);

export const twoFactors = sqliteTable(
  "two_factors",
  {
    id: primaryId("twoFactor"),
    userId: idOf("user", "user_id")
      .notNull()
      .references(() => users.id),
    secret: text("secret").notNull(),
    backupCodes: text("backup_codes").notNull(),
    verified: flag("verified").notNull().default(true),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: date("locked_until"),
    /** The thirty seconds, counted from 1970, whose code was used last: no code up to it opens the door again. */
    lastStep: integer("last_step"),
  },
  (table) => [index("two_factors_user").on(table.userId)],
);

export const passkeys = sqliteTable(
  "passkeys",
  {
    id: primaryId("passkey"),
    userId: idOf("user", "user_id")
      .notNull()
      .references(() => users.id),
    name: text("name"),
    publicKey: text("public_key").notNull(),
    credentialID: text("credential_id").notNull().unique(),
    counter: integer("counter").notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: flag("backed_up").notNull(),
    transports: text("transports"),
    aaguid: text("aaguid"),
    createdAt: date("created_at"),
  },
  (table) => [index("passkeys_user").on(table.userId)],
);
