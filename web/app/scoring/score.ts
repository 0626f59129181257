import type { components } from "../../../sdk";

export type LeadScore = components["schemas"]["LeadScore"];
export type Factor = LeadScore["factors"][number];
export type Band = LeadScore["band"];

export type ScoreAnswer = {
  score: LeadScore;
  /** Scores it has had, newest first. */
  past: { at: string; score: number }[];
  /** Titles of the pieces that its reasons name. */
  pieces: Record<string, string>;
  piecesTo: string;
  rulesTo: string;
  mayWrite: boolean;
};

export const bandWords: Record<Band, { name: string; tone: "neutral" | "attention" | "stream" }> = {
  cold: { name: "Cold", tone: "neutral" },
  warm: { name: "Warm", tone: "attention" },
  hot: { name: "Hot", tone: "stream" },
};

/** The times that one rule counts, as one reason. */
export type Reason = { key: string; name: string; points: number; factors: Factor[] };

/** What weighs most stands first; what a limit takes away stands last, where the sum is made. */
export function reasonsOf(factors: readonly Factor[]): Reason[] {
  const groups = Map.groupBy(
    factors,
    (factor) => factor.ruleId ?? `${factor.kind} ${factor.axis} ${factor.name}`,
  );
  const reasons = [...groups].map(([key, own]) => ({
    key,
    name: nameOf(own[0]),
    points: own.reduce((sum, { points }) => sum + points, 0),
    factors: own,
  }));
  const isRule = ({ factors: [first] }: Reason) => first?.kind === "rule";
  const byWeight = (one: Reason, other: Reason) => Math.abs(other.points) - Math.abs(one.points);
  return [...reasons.filter(isRule).toSorted(byWeight), ...reasons.filter((each) => !isRule(each))];
}

function nameOf(factor: Factor | undefined): string {
  switch (factor?.kind) {
    case "group_cap":
      return `“${factor.name}” gives no more`;
    case "axis_limit":
      return factor.axis === "fit" ? "Fit counts no further" : "Engagement counts no further";
    case "range":
      return factor.points > 0 ? "No score is below 0" : "No score is above 100";
    default:
      return factor?.name ?? "";
  }
}

export function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${Math.abs(points)}`;
}
