import type { Condition } from "../../kernel/pure/condition";
import type { ConditionRecord } from "../../kernel/pure/evaluate";

export const axes = ["fit", "engagement"] as const;
export type Axis = (typeof axes)[number];

/** What was done about a lead, by people: each is an activity that is done. */
export const talkKinds = [
  "call",
  "email",
  "meeting",
  "demo",
  "proposal",
  "follow_up",
  "social_interaction",
] as const;

/** What can be seen of a lead. A touch is a step that has its name on it; from a view on it is what its browsers did. */
export const signalKinds = [
  "touch",
  "view",
  "click",
  "form_start",
  "form_submit",
  "email_open",
  "email_click",
  "conversion",
  ...talkKinds,
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Something that a lead did, as an event rule asks about it. */
export type Signal = {
  id: string;
  kind: SignalKind;
  at: number;
  /** What a person reads: the page's title, or its address. */
  title: string | null;
  pieceId: string | null;
  linkId: string | null;
  formId: string | null;
  /** What the rule's condition asks about. */
  record: ConditionRecord;
};

/** By the name of the field in a signal's record. */
export const signalFields = {
  url: { type: "text", label: "Address" },
  title: { type: "text", label: "Title" },
  referrer: { type: "text", label: "Came from" },
  source: { type: "text", label: "UTM source" },
  medium: { type: "text", label: "UTM medium" },
  campaign: { type: "text", label: "UTM campaign" },
  pieceId: { type: "choice", label: "Content piece" },
  linkId: { type: "choice", label: "Link" },
  formId: { type: "choice", label: "Form" },
  outcome: { type: "text", label: "Outcome" },
} as const;

type Shared = { id: string; name: string; axis: Axis; points: number; group: string | null };

export type PropertyRule = Shared & { kind: "property"; condition: Condition };
export type EventRule = Shared & {
  kind: "event";
  signals: readonly SignalKind[];
  condition: Condition | null;
  withinDays: number | null;
  /** How often it counts: the newest times. */
  repeatLimit: number;
  /** Its points fall in a straight line and are gone after so many days. */
  decayDays: number | null;
};
export type Rule = PropertyRule | EventRule;

export type Limits = {
  /** Rules of a group on one axis give, or take, no more than its cap. */
  groups: readonly { name: string; cap: number }[];
  fitMax: number;
  engagementMax: number;
};
