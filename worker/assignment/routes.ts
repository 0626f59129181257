import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { Invalid } from "../kernel/errors";
import { cursorId, decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { changeAvailability, getAvailability, listAvailability } from "./availability";
import { assignLead, explainAssignment } from "./by-hand";
import { createRule, deleteRule, updateRule } from "./change-rules";
import { getRule, listRules, maxRules } from "./rules";
import { startSweep } from "./sweep";
import {
  assignmentToWire,
  assignmentWire,
  availabilityFields,
  availabilityToWire,
  availabilityWire,
  ruleFields,
  ruleToWire,
  ruleWire,
} from "./wire";

const tag = "Assignment";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const configuring = { tag, access: "organization", permission: "leads:configure", rate: "write" } as const;
const assigning = { tag, access: "organization", permission: "leads:assign", rate: "write" } as const;
const params = z.object({ ruleId: idOf("assignmentRule") });
const position = z.int().min(0).max(maxRules);

const ruleRoutes = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/assignment-rules",
      operation: "listAssignmentRules",
      summary: "List who gets which leads",
      description: "In the order in which they are asked, fifty at most.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(ruleWire) },
      budget: { read: 150, written: 4 },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(await listRules(ctx, placeOf(cursor), limit), limit, (rule) => [rule.position], ruleToWire),
  ),
  route(
    {
      ...configuring,
      method: "post",
      path: "/v1/assignment-rules",
      operation: "createAssignmentRule",
      summary: "Say who gets which leads",
      body: z.strictObject({
        name: ruleFields.name,
        isActive: ruleFields.isActive.default(true),
        condition: ruleFields.condition.default(null),
        method: ruleFields.method.default("round_robin"),
        userIds: ruleFields.userIds.default([]),
        teamIds: ruleFields.teamIds.default([]),
        fallbackTo: ruleFields.fallbackTo.default(null),
        keepsHours: ruleFields.keepsHours.default(true),
        position: position.optional(),
      }),
      answer: { status: 201, schema: ruleWire },
      problems: ["conflict"],
      budget: { read: 2000, written: 200 },
    },
    async (ctx, { body }) => ruleToWire(await createRule(ctx, body)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/assignment-rules/{ruleId}",
      operation: "getAssignmentRule",
      summary: "Get an assignment rule",
      params,
      answer: { status: 200, schema: ruleWire },
    },
    async (ctx, { params }) => ruleToWire(await getRule(ctx, params.ruleId)),
  ),
  route(
    {
      ...configuring,
      method: "patch",
      path: "/v1/assignment-rules/{ruleId}",
      operation: "updateAssignmentRule",
      summary: "Change an assignment rule",
      params,
      body: z.strictObject({ ...ruleFields, position }).partial(),
      answer: { status: 200, schema: ruleWire },
      problems: ["conflict"],
      budget: { read: 2000, written: 200 },
    },
    async (ctx, { params, body }) => ruleToWire(await updateRule(ctx, params.ruleId, body)),
  ),
  route(
    {
      ...configuring,
      method: "delete",
      path: "/v1/assignment-rules/{ruleId}",
      operation: "deleteAssignmentRule",
      summary: "Delete an assignment rule",
      description: "Leads that it gave stay where they are.",
      params,
      answer: { status: 204 },
    },
    (ctx, { params }) => deleteRule(ctx, params.ruleId),
  ),
];

function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const [place] = decodeCursor(cursor, 1);
  if (typeof place !== "number")
    throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
  return place;
}

const ofUser = { params: z.object({ userId: idOf("user") }) } as const;

const availabilityRoutes = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-availability",
      operation: "listLeadAvailability",
      summary: "List who takes leads, when and how many",
      description:
        "Everybody who works here, in the order of joining; who has said nothing takes any number.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(availabilityWire) },
      // The open leads of each are counted.
      budget: { read: 20_000, written: 4 },
    },
    async (ctx, { query: { cursor, limit } }) =>
      toPage(
        await listAvailability(ctx, cursorId(cursor), limit),
        limit,
        ({ worker }) => [worker.memberId],
        availabilityToWire,
      ),
  ),
  route(
    {
      ...reading,
      ...ofUser,
      method: "get",
      path: "/v1/lead-availability/{userId}",
      operation: "getLeadAvailability",
      summary: "Get when somebody takes leads, and how many",
      answer: { status: 200, schema: availabilityWire },
      budget: { read: 10_000, written: 4 },
    },
    async (ctx, { params }) => availabilityToWire(await getAvailability(ctx, params.userId)),
  ),
  route(
    {
      ...reading,
      ...ofUser,
      permission: "leads:write",
      rate: "write",
      method: "patch",
      path: "/v1/lead-availability/{userId}",
      operation: "updateLeadAvailability",
      summary: "Change when somebody takes leads, and how many",
      description: "One's own; that of others with `leads:configure`.",
      body: z.strictObject(availabilityFields).partial(),
      answer: { status: 200, schema: availabilityWire },
      budget: { read: 20_000, written: 60 },
    },
    async (ctx, { params, body }) => availabilityToWire(await changeAvailability(ctx, params.userId, body)),
  ),
];

const ofLead = { params: z.object({ leadId: idOf("lead") }) } as const;

export const assignmentRoutes = [
  ...ruleRoutes,
  ...availabilityRoutes,
  route(
    {
      ...reading,
      ...ofLead,
      method: "get",
      path: "/v1/leads/{leadId}/assignment",
      operation: "getLeadAssignment",
      summary: "See whose a lead is, and why",
      answer: { status: 200, schema: assignmentWire },
      budget: { read: 100, written: 4 },
    },
    async (ctx, { params }) => assignmentToWire(await explainAssignment(ctx, params.leadId)),
  ),
  route(
    {
      ...assigning,
      ...ofLead,
      method: "post",
      path: "/v1/leads/{leadId}/assignment",
      operation: "assignLead",
      summary: "Give a lead to somebody",
      description: "To a person, to nobody (`null`), or without `assignedTo` to whom the rules say.",
      body: z.strictObject({ assignedTo: idOf("user").nullable().optional() }),
      answer: { status: 200, schema: assignmentWire },
      problems: ["conflict"],
      budget: { read: 20_000, written: 200 },
    },
    async (ctx, { params, body }) => assignmentToWire(await assignLead(ctx, params.leadId, body.assignedTo)),
  ),
  route(
    {
      ...assigning,
      method: "post",
      path: "/v1/assignment-sweeps",
      operation: "assignUnassignedLeads",
      summary: "Hand out all open leads that are nobody's",
      description: "By the rules, in a job. Answers how many there are, up to ten thousand.",
      body: z.strictObject({}),
      answer: { status: 202, schema: z.strictObject({ count: z.int() }) },
      budget: { read: 30_000, written: 60 },
    },
    async (ctx) => ({ count: await startSweep(ctx) }),
  ),
];
