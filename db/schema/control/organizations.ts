import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, primaryId, time, updatedAt } from "../../columns";
import { users } from "./people";

export const organizationSizes = ["startup", "small", "medium", "large", "enterprise"] as const;
export const memberStates = ["pending", "active", "suspended"] as const;
export const systemRoles = ["owner", "admin", "manager", "marketer", "sales", "viewer"] as const;

export const organizations = sqliteTable(
  "organizations",
  {
    id: primaryId("organization"),
    name: text("name").notNull(),
    slug: text("slug").notNull().unique(),
    ownerUserId: idOf("user", "owner_user_id")
      .notNull()
      .references(() => users.id),
    cell: text("cell").notNull(),
    domain: text("domain"),
    industry: text("industry"),
    size: text("size", { enum: organizationSizes }),
    billingEmail: text("billing_email"),
    taxId: text("tax_id"),
    address: json<Record<string, string>>("address"),
    branding: json<Record<string, string>>("branding").notNull().default({}),
    settings: json<Record<string, unknown>>("settings").notNull().default({}),
    aiConfig: json<Record<string, unknown>>("ai_config").notNull().default({}),
    planSlug: text("plan_slug").notNull().default("free"),
    /** Null follows the plan; a number overrides it. */
    seatLimit: integer("seat_limit"),
    status: text("status", { enum: ["active", "suspended", "deleted"] })
      .notNull()
      .default("active"),
    deletedAt: time("deleted_at"),
    eraseAfter: time("erase_after"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("organizations_owner").on(table.ownerUserId),
    check("organizations_status", sql`${table.status} in ('active','suspended','deleted')`),
  ],
);

/** Custom roles of an organization; the six system roles are code, in kernel/permissions. */
export const userRoles = sqliteTable(
  "user_roles",
  {
    id: primaryId("role"),
    organizationId: idOf("organization", "organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    permissions: json<string[]>("permissions").notNull(),
    isSystemRole: flag("is_system_role").notNull().default(false),
    hierarchyLevel: integer("hierarchy_level").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("user_roles_name").on(table.organizationId, table.name)],
);

export const organizationMembers = sqliteTable(
  "organization_members",
  {
    id: primaryId("member"),
    organizationId: idOf("organization", "organization_id")
      .notNull()
      .references(() => organizations.id),
    userId: idOf("user", "user_id")
      .notNull()
      .references(() => users.id),
    role: text("role", { enum: [...systemRoles, "custom"] }).notNull(),
    customRoleId: idOf("role", "custom_role_id").references(() => userRoles.id),
    /** Overrides: added with "+leads:read", taken away with "-leads:delete". */
    permissions: json<string[]>("permissions").notNull().default([]),
    invitedBy: idOf("user", "invited_by"),
    joinedAt: time("joined_at"),
    status: text("status", { enum: memberStates }).notNull().default("active"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("organization_members_user").on(table.organizationId, table.userId),
    index("organization_members_of_user").on(table.userId),
    index("organization_members_list").on(table.organizationId, table.id),
    // Without these two, deleting a role or a member looks through every tenant's rows for who refers to it.
    index("organization_members_custom_role")
      .on(table.customRoleId)
      .where(sql`custom_role_id is not null`),
    check(
      "organization_members_custom",
      sql`(${table.role} = 'custom') = (${table.customRoleId} is not null)`,
    ),
  ],
);

export const teams = sqliteTable(
  "teams",
  {
    id: primaryId("team"),
    organizationId: idOf("organization", "organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    managerMemberId: idOf("member", "manager_member_id").references(() => organizationMembers.id),
    settings: json<Record<string, unknown>>("settings").notNull().default({}),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("teams_name").on(table.organizationId, table.name),
    index("teams_manager")
      .on(table.managerMemberId)
      .where(sql`manager_member_id is not null`),
  ],
);

export const teamMembers = sqliteTable(
  "team_members",
  {
    id: primaryId("teamMember"),
    organizationId: idOf("organization", "organization_id").notNull(),
    teamId: idOf("team", "team_id")
      .notNull()
      .references(() => teams.id),
    memberId: idOf("member", "member_id")
      .notNull()
      .references(() => organizationMembers.id),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("team_members_once").on(table.teamId, table.memberId),
    index("team_members_of_member").on(table.memberId),
  ],
);
