import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import type { Context } from "../kernel/context";
import { createRule, deleteRule, updateRule } from "./change-rules";
import { updateSettings } from "./change-settings";
import { hiddenFrom } from "./hidden";
import {
  newRuleShape,
  ruleChangeShape,
  ruleToWire,
  ruleWire,
  settingsChangeShape,
  settingsToWire,
  settingsWire,
} from "./rule-wire";
import { getRule, ruleFields, type RuleRow, scoringOf } from "./rules";

const tag = "Scoring";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const configuring = { tag, access: "organization", permission: "leads:configure", rate: "write" } as const;
const params = z.object({ ruleId: idOf("scoringRule") });
const budget = { read: 400, written: 100 };

async function writerFor(ctx: Context, rules: readonly RuleRow[]) {
  const fields = await ruleFields(ctx);
  const hidden = hiddenFrom(ctx, rules, fields);
  return (row: RuleRow) => ruleToWire(row, fields, hidden);
}

async function told(ctx: Context, row: RuleRow) {
  return (await writerFor(ctx, [row]))(row);
}

export const ruleRoutes = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/scoring-rules",
      operation: "listScoringRules",
      summary: "List the rules that score leads",
      description: "In their order, sixty at most. An organization begins with the usual ones.",
      answer: { status: 200, schema: z.strictObject({ data: z.array(ruleWire) }) },
      budget,
    },
    async (ctx) => {
      const { rules } = await scoringOf(ctx);
      return { data: rules.map(await writerFor(ctx, rules)) };
    },
  ),
  route(
    {
      ...configuring,
      method: "post",
      path: "/v1/scoring-rules",
      operation: "createScoringRule",
      summary: "Add a rule",
      description: "All leads are scored again, in the background.",
      body: newRuleShape,
      answer: { status: 201, schema: ruleWire },
      problems: ["conflict"],
      budget: { read: 700, written: 260 },
    },
    async (ctx, { body }) => await told(ctx, await createRule(ctx, body)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/scoring-rules/{ruleId}",
      operation: "getScoringRule",
      summary: "Get a rule",
      params,
      answer: { status: 200, schema: ruleWire },
      budget,
    },
    async (ctx, { params }) => await told(ctx, await getRule(ctx, params.ruleId)),
  ),
  route(
    {
      ...configuring,
      method: "patch",
      path: "/v1/scoring-rules/{ruleId}",
      operation: "updateScoringRule",
      summary: "Change a rule",
      params,
      body: ruleChangeShape,
      answer: { status: 200, schema: ruleWire },
      problems: ["conflict"],
      budget: { read: 700, written: 260 },
    },
    async (ctx, { params, body }) => await told(ctx, await updateRule(ctx, params.ruleId, body)),
  ),
  route(
    {
      ...configuring,
      method: "delete",
      path: "/v1/scoring-rules/{ruleId}",
      operation: "deleteScoringRule",
      summary: "Delete a rule",
      params,
      answer: { status: 204 },
      problems: ["conflict"],
      budget: { read: 500, written: 100 },
    },
    async (ctx, { params }) => await deleteRule(ctx, params.ruleId),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/scoring-settings",
      operation: "getScoringSettings",
      summary: "Get the limits and bands of scores",
      answer: { status: 200, schema: settingsWire },
      budget,
    },
    async (ctx) => settingsToWire((await scoringOf(ctx)).settings),
  ),
  route(
    {
      ...configuring,
      method: "patch",
      path: "/v1/scoring-settings",
      operation: "updateScoringSettings",
      summary: "Change the limits and bands of scores",
      description: "All leads are scored again, in the background; `run` says how far that is.",
      body: settingsChangeShape,
      answer: { status: 200, schema: settingsWire },
      problems: ["conflict"],
      budget: { read: 500, written: 100 },
    },
    async (ctx, { body }) => settingsToWire(await updateSettings(ctx, body)),
  ),
];
