import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { createdAt, flag, idOf, json, owned, updatedAt } from "../../columns";
import type { Id } from "../../ids";

export const assignmentMethods = ["round_robin", "least_loaded"] as const;

/** Who gets a new lead: the first rule, in their order, that the lead meets and that has somebody free. */
export const assignmentRules = sqliteTable(
  "assignment_rules",
  {
    ...owned("assignmentRule"),
    name: text("name").notNull(),
    position: integer("position").notNull(),
    isActive: flag("is_active").notNull().default(true),
    condition: json<unknown>("condition"),
    method: text("method", { enum: assignmentMethods }).notNull(),
    userIds: json<Id<"user">[]>("user_ids").notNull().default([]),
    teamIds: json<Id<"team">[]>("team_ids").notNull().default([]),
    /** Who gets it where nobody of them is free; null: the next rule is asked. */
    fallbackTo: idOf("user", "fallback_to"),
    /** Whether hours count: without them a lead of the night has somebody at once. */
    keepsHours: flag("keeps_hours").notNull().default(true),
    updatedAt: updatedAt(),
  },
  (table) => [index("assignment_rules_order").on(table.organizationId, table.position)],
);

/** Of a weekday, Monday first: pieces of it in minutes. */
export type WorkingHours = { from: number; to: number }[][];
/** Whole days, both included, as they are at the person's place. */
export type Absence = { from: string; to: string };

/** When somebody takes leads, and how many; who has no row takes any number at any time. */
export const assignmentAvailability = sqliteTable(
  "assignment_availability",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    userId: idOf("user", "user_id").notNull(),
    takesLeads: flag("takes_leads").notNull().default(true),
    /** Open leads at most; null: any number. */
    capacity: integer("capacity"),
    timezone: text("timezone").notNull(),
    hours: json<WorkingHours>("hours"),
    absences: json<Absence[]>("absences").notNull().default([]),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("assignment_availability_user").on(table.organizationId, table.userId)],
);

export const assignmentWays = [...assignmentMethods, "fallback", "hand", "nobody"] as const;
export const assignmentCauses = ["created", "asked", "handed_over", "waited"] as const;
export const standings = ["free", "away", "off_hours", "full", "not_taking", "gone"] as const;
export type Standing = { userId: Id<"user">; standing: (typeof standings)[number] };

/** Who got a lead, and why. Its number is also the turn: whoever of a rule has the lowest last one is next. */
export const leadAssignments = sqliteTable(
  "lead_assignments",
  {
    id: integer("id").primaryKey(),
    organizationId: idOf("organization", "organization_id").notNull(),
    leadId: idOf("lead", "lead_id").notNull(),
    userId: idOf("user", "user_id"),
    fromUserId: idOf("user", "from_user_id"),
    ruleId: idOf("assignmentRule", "rule_id"),
    ruleName: text("rule_name"),
    way: text("way", { enum: assignmentWays }).notNull(),
    cause: text("cause", { enum: assignmentCauses }).notNull(),
    /** Open leads that they had at that moment. */
    load: integer("load"),
    standings: json<Standing[]>("standings").notNull().default([]),
    isTold: flag("is_told").notNull(),
    actorId: text("actor_id"),
    createdAt: createdAt(),
  },
  (table) => [
    index("lead_assignments_lead").on(table.organizationId, table.leadId),
    index("lead_assignments_turn")
      .on(table.organizationId, table.ruleId, table.userId)
      .where(sql`rule_id is not null`),
  ],
);
