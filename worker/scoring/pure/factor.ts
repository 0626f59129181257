import type { Axis, SignalKind } from "./rule";

export const dimensions = ["demographic", "behavioral", "temporal", "conversational", "limits"] as const;
export type Dimension = (typeof dimensions)[number];

export type Evidence =
  | { kind: "lead"; fields: readonly string[] }
  | {
      kind: "signal";
      /** Of the touch, the event or the activity. */
      id: string;
      signal: SignalKind;
      at: number;
      title: string | null;
      pieceId: string | null;
      linkId: string | null;
      formId: string | null;
    };

export const factorKinds = ["rule", "group_cap", "axis_limit", "range", "override"] as const;

/** One reason for a score. All points of a score's factors sum exactly to it: what a limit takes away is a factor too. */
export type Factor = {
  kind: (typeof factorKinds)[number];
  axis: Axis | null;
  name: string;
  points: number;
  ruleId: string | null;
  dimension: Dimension;
  evidence: Evidence | null;
};

export function sumOf(factors: readonly Factor[]): number {
  return factors.reduce((sum, { points }) => sum + points, 0);
}
