export const bands = ["cold", "warm", "hot"] as const;
export type Band = (typeof bands)[number];
export type Thresholds = { warmAt: number; hotAt: number; hysteresis: number };

/** A lead rises at the threshold and falls only so many points below it: one at the edge does not go to and fro. */
export function bandOf(score: number, before: Band | null, { warmAt, hotAt, hysteresis }: Thresholds): Band {
  const place = before === null ? 0 : bands.indexOf(before);
  const holds = (level: number, threshold: number) =>
    score >= (place >= level ? threshold - hysteresis : threshold);
  if (holds(2, hotAt)) return "hot";
  return holds(1, warmAt) ? "warm" : "cold";
}

const levels = [
  { level: "very_high", from: 30 },
  { level: "high", from: 18 },
  { level: "medium", from: 8 },
  { level: "low", from: 1 },
] as const;

/** How much somebody does, in a word: unknown where nothing was ever seen. */
export function engagementLevelOf(points: number, signals: number) {
  if (signals === 0) return "unknown";
  return levels.find(({ from }) => points >= from)?.level ?? "low";
}
