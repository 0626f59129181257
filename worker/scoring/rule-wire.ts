import * as z from "zod";
import { scoringRuleKinds } from "../../db/schema/cell/scoring";
import { conditionSchema } from "../kernel/conditions";
import { toWireTime, wireTime } from "../kernel/contract";
import { axes, signalKinds } from "./pure/rule";
import { type AskableFields, isBroken, maxRules, type RuleRow, type Settings } from "./rules";
import type { Hidden } from "./wire";

const words = z.string().trim().min(1).max(80);
const days = z.int().min(1).max(3650);
const axis = z.enum(axes);
const points = z.int().min(-100).max(100);
const signals = z.array(z.enum(signalKinds)).max(signalKinds.length);

/** What a rule is made of, but for its kind, which never changes. */
export const ruleFieldShapes = {
  name: words,
  axis,
  points,
  condition: conditionSchema.nullable().meta({
    description: "About the lead; of an event rule about the signal, and then it may be null.",
    example: { all: [] },
  }),
  signals: signals.meta({ description: "Of an event rule: any of these.", example: [] }),
  withinDays: days.nullable().meta({ description: "Only what is no older.", example: null }),
  repeatLimit: z.int().min(1).max(10).meta({ description: "How often it counts." }),
  decayDays: days
    .nullable()
    .meta({ description: "Its points fade to nothing in so many days.", example: null }),
  group: words.nullable().meta({ description: "Rules of a group share its cap." }),
  isActive: z.boolean(),
  position: z.int().min(0).max(maxRules),
};

export const newRuleShape = z.strictObject({
  ...ruleFieldShapes,
  kind: z.enum(scoringRuleKinds),
  condition: ruleFieldShapes.condition.default(null),
  signals: ruleFieldShapes.signals.default([]),
  withinDays: ruleFieldShapes.withinDays.default(null),
  repeatLimit: ruleFieldShapes.repeatLimit.default(1),
  decayDays: ruleFieldShapes.decayDays.default(null),
  group: ruleFieldShapes.group.default(null),
  isActive: z.boolean().default(true),
  position: ruleFieldShapes.position.optional(),
});
export const ruleChangeShape = z.strictObject(ruleFieldShapes).partial();
export type NewRule = z.output<typeof newRuleShape>;
export type RuleChange = z.output<typeof ruleChangeShape>;

export const ruleWire = z
  .strictObject({
    id: z.string(),
    kind: z.enum(scoringRuleKinds),
    name: z.string(),
    axis,
    points,
    condition: z.unknown().meta({ description: "Null where none is asked, or where you may not see it." }),
    signals,
    withinDays: z.int().nullable(),
    repeatLimit: z.int(),
    decayDays: z.int().nullable(),
    group: z.string().nullable(),
    isActive: z.boolean(),
    isBroken: z.boolean().meta({ description: "It asks about a field that is gone, and rests." }),
    isHidden: z.boolean().meta({ description: "It asks how to reach somebody, which you may not see." }),
    position: z.int(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "ScoringRule" });

export function ruleToWire(row: RuleRow, fields: AskableFields, hidden: Hidden): z.input<typeof ruleWire> {
  const { organizationId: _, groupName: group, createdAt, updatedAt, ...rest } = row;
  const isHidden = hidden.ruleIds.has(row.id);
  return {
    ...rest,
    ...(isHidden ? { name: "Contact details", condition: null } : {}),
    // safe: they were parsed when they were written
    signals: row.signals as z.input<typeof signals>,
    group,
    isBroken: isBroken(row, fields),
    isHidden,
    createdAt: toWireTime(createdAt),
    updatedAt: toWireTime(updatedAt),
  };
}

export const settingsFields = {
  groups: z.array(z.strictObject({ name: words, cap: z.int().min(0).max(100) })).max(20),
  fitMax: z.int().min(0).max(100),
  engagementMax: z.int().min(0).max(100),
  warmAt: z.int().min(1).max(99).meta({ example: 30 }),
  hotAt: z.int().min(2).max(100).meta({ example: 60 }),
  hysteresis: z
    .int()
    .min(0)
    .max(20)
    .meta({ description: "So far below its threshold a lead leaves a band." }),
};
export const settingsChangeShape = z.strictObject(settingsFields).partial();
export type SettingsChange = z.output<typeof settingsChangeShape>;

export const settingsWire = z
  .strictObject({
    ...settingsFields,
    revision: z.int(),
    run: z
      .strictObject({
        total: z.int(),
        done: z.int(),
        changed: z.int(),
        startedAt: wireTime,
        finishedAt: wireTime.nullable(),
      })
      .nullable()
      .meta({ description: "How far the leads follow the last change." }),
  })
  .meta({ id: "ScoringSettings" });

export function settingsToWire(row: Settings): z.input<typeof settingsWire> {
  const { groups, fitMax, engagementMax, warmAt, hotAt, hysteresis, revision, runStartedAt } = row;
  const run =
    runStartedAt === null
      ? null
      : {
          total: row.runTotal,
          done: row.runDone,
          changed: row.runChanged,
          startedAt: toWireTime(runStartedAt),
          finishedAt: toWireTime(row.runFinishedAt),
        };
  return { groups, fitMax, engagementMax, warmAt, hotAt, hysteresis, revision, run };
}
