import * as z from "zod";
import {
  assignmentCauses,
  assignmentMethods,
  assignmentWays,
  standings,
} from "../../db/schema/cell/assignment";
import { conditionSchema } from "../kernel/conditions";
import { idOf, toWireTime, wireTime } from "../kernel/contract";
import type { Available } from "./availability";
import type { Explained } from "./by-hand";
import type { AssignmentRule } from "./rules";

export const ruleFields = {
  name: z.string().trim().min(1).max(100),
  isActive: z.boolean(),
  condition: conditionSchema.nullable().meta({ example: { all: [] }, description: "Null: every lead." }),
  method: z.enum(assignmentMethods),
  userIds: z.array(idOf("user")).max(100),
  teamIds: z.array(idOf("team")).max(20),
  fallbackTo: idOf("user").nullable().meta({ description: "Who gets it where nobody of them is free." }),
  keepsHours: z.boolean().meta({ description: "Whether working hours count." }),
};

export const ruleWire = z
  .strictObject({
    id: z.string(),
    ...ruleFields,
    condition: z.unknown(),
    userIds: z.array(z.string()),
    teamIds: z.array(z.string()),
    fallbackTo: z.string().nullable(),
    position: z.int(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "AssignmentRule" });

export function ruleToWire(rule: AssignmentRule): z.input<typeof ruleWire> {
  const { id, name, position, isActive, method, userIds, teamIds, fallbackTo, keepsHours } = rule;
  return {
    id,
    name,
    position,
    isActive,
    condition: rule.condition ?? null,
    method,
    userIds,
    teamIds,
    fallbackTo,
    keepsHours,
    createdAt: toWireTime(rule.createdAt),
    updatedAt: toWireTime(rule.updatedAt),
  };
}

const day = z.iso.date().meta({ example: "2027-01-04" });
const minute = z.int().min(0).max(1440);
const piece = z
  .strictObject({ from: minute, to: minute })
  .refine(({ from, to }) => from < to, "The end is after the start")
  .meta({ example: { from: 540, to: 1020 } });

export const availabilityFields = {
  takesLeads: z.boolean(),
  capacity: z.int().min(1).max(10_000).nullable().meta({ description: "Open leads at most." }),
  timezone: z.string().min(1).max(60).meta({ example: "Europe/Berlin" }),
  hours: z
    .array(z.array(piece).max(4))
    .length(7)
    .nullable()
    .meta({ description: "Minutes of each weekday, Monday first; null: around the clock." }),
  absences: z
    .array(
      z
        .strictObject({ from: day, to: day })
        .refine(({ from, to }) => from <= to, "The last day is not before the first"),
    )
    .max(20),
};

export const availabilityWire = z
  .strictObject({
    userId: z.string(),
    name: z.string(),
    ...availabilityFields,
    hours: availabilityFields.hours,
    openLeads: z.int(),
    mayWork: z.boolean().meta({ description: "Whether their role lets them work on leads." }),
    standing: z.enum(standings),
  })
  .meta({ id: "LeadAvailability" });

export function availabilityToWire({ worker, ...rest }: Available): z.input<typeof availabilityWire> {
  return { userId: worker.userId, name: worker.name, mayWork: worker.may("leads:write"), ...rest };
}

const stepWire = z.strictObject({
  userId: z.string().nullable(),
  fromUserId: z.string().nullable(),
  way: z.enum(assignmentWays),
  cause: z.enum(assignmentCauses),
  ruleId: z.string().nullable(),
  ruleName: z.string().nullable(),
  openLeads: z.int().nullable().meta({ description: "That they had at that moment." }),
  standings: z.array(z.strictObject({ userId: z.string(), standing: z.enum(standings) })),
  actorId: z.string().nullable(),
  at: wireTime,
});

export const assignmentWire = z
  .strictObject({
    assignedTo: z.string().nullable(),
    assignedAt: wireTime.nullable(),
    why: stepWire.nullable().meta({ description: "Null where it was given in another way since." }),
    history: z.array(stepWire),
  })
  .meta({ id: "LeadAssignment" });

export function assignmentToWire({ lead, history }: Explained): z.input<typeof assignmentWire> {
  const steps = history.map(stepToWire);
  const [last] = steps;
  return {
    assignedTo: lead.assignedTo,
    assignedAt: toWireTime(lead.assignedAt),
    why: last && last.userId === lead.assignedTo ? last : null,
    history: steps,
  };
}

function stepToWire(row: Explained["history"][number]): z.input<typeof stepWire> {
  const {
    userId,
    fromUserId,
    way,
    cause,
    ruleId,
    ruleName,
    load,
    standings: stood,
    actorId,
    createdAt,
  } = row;
  return {
    userId,
    fromUserId,
    way,
    cause,
    ruleId,
    ruleName,
    openLeads: load,
    standings: stood,
    actorId,
    at: toWireTime(createdAt),
  };
}
