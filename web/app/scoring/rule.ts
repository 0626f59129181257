import type { components } from "../../../sdk";
import type { AskableField } from "~/conditions/group";
import { sayCondition } from "~/conditions/words";
import { countOf } from "~/words/format";
import type { Condition } from "../../../worker/kernel/pure/condition";
import { signalFields, type SignalKind } from "../../../worker/scoring/pure/rule";

export type ScoringRule = Omit<components["schemas"]["ScoringRule"], "condition"> & {
  condition: Condition | null;
};
export type ScoringSettings = components["schemas"]["ScoringSettings"];
export type ScoringPreview = components["schemas"]["ScoringPreview"];

/** A rule as it is edited. */
export type RuleDraft = Pick<
  ScoringRule,
  | "name"
  | "kind"
  | "axis"
  | "points"
  | "condition"
  | "signals"
  | "withinDays"
  | "repeatLimit"
  | "decayDays"
  | "group"
  | "isActive"
>;

export const signalWords: Record<SignalKind, string> = {
  form_submit: "Sends a form",
  form_start: "Begins a form",
  view: "Reads a page",
  click: "Clicks a link",
  touch: "Comes to us",
  conversion: "Converts",
  email_open: "Opens a mail",
  email_click: "Clicks in a mail",
  call: "Is called",
  email: "Is written to",
  meeting: "Meets us",
  demo: "Sees a demo",
  proposal: "Gets a proposal",
  follow_up: "Is followed up",
  social_interaction: "Talks on a network",
};

/** What a rule about something done may ask of it. */
export const askableSignals: AskableField[] = Object.entries(signalFields).map(([name, field]) => ({
  name,
  ...field,
}));

export function newDraft(kind: RuleDraft["kind"]): RuleDraft {
  const isEvent = kind === "event";
  return {
    name: "",
    kind,
    axis: isEvent ? "engagement" : "fit",
    points: 10,
    condition: null,
    signals: isEvent ? ["view"] : [],
    withinDays: null,
    repeatLimit: isEvent ? 3 : 1,
    decayDays: isEvent ? 60 : null,
    group: null,
    isActive: true,
  };
}

export function draftOf(rule: ScoringRule): RuleDraft {
  const { name, kind, axis, points, condition, signals, withinDays } = rule;
  const { repeatLimit, decayDays, group, isActive } = rule;
  return {
    name,
    kind,
    axis,
    points,
    condition,
    signals,
    withinDays,
    repeatLimit,
    decayDays,
    group,
    isActive,
  };
}

/** What is still to be said before it can be tried or kept; null when it is whole. */
export function lackOf(draft: RuleDraft): string | null {
  if (draft.name.trim() === "") return "Give it a name.";
  if (draft.kind === "property" && draft.condition === null) return "Say what has to be true of a lead.";
  if (draft.kind === "event" && draft.signals.length === 0) return "Choose what a lead has to do.";
  return null;
}

/** A rule as one says it: when it counts, how often, and how long. */
export function sayRule(
  rule: RuleDraft & { isHidden?: boolean },
  fields: readonly AskableField[],
  language = "en",
): string {
  if (rule.isHidden) return "Asks how to reach a lead, which you may not see";
  if (rule.kind === "property") return rule.condition ? sayCondition(rule.condition, fields, language) : "";
  const done = rule.signals.map((signal) => signalWords[signal]).join(" or ");
  const where = rule.condition ? `, where ${sayCondition(rule.condition, askableSignals)}` : "";
  const often = rule.repeatLimit === 1 ? "once" : `up to ${rule.repeatLimit} times`;
  const within = rule.withinDays === null ? "" : `, within ${countOf(rule.withinDays, "day")}`;
  const fades = rule.decayDays === null ? "" : `, fades in ${countOf(rule.decayDays, "day")}`;
  return `${done}${where}: ${often}${within}${fades}`;
}
