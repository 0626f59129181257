import type { Learned } from "./methods";

export type Limits = { least: number; most: number };

type Simulating = {
  learned: Learned;
  horizon: number;
  runs: number;
  /** How much wider than its own errors say: found by looking back. */
  spread: number;
  limits: Limits;
  chance: () => number;
};

/** Many futures, each with the errors of the past drawn anew. */
export function simulate({ learned, horizon, runs, spread, limits, chance }: Simulating): number[][] {
  const { errors } = learned;
  return Array.from({ length: runs }, () => {
    const shocks = Array.from({ length: horizon }, () => spread * draw(errors, chance));
    return learned.follow(shocks).map((value) => within(value, limits));
  });
}

/** Between two errors that happened, so that few of them do not become steps. */
function draw(errors: readonly number[], chance: () => number): number {
  if (errors.length === 0) return 0;
  const sorted = errors;
  const one = sorted[Math.floor(chance() * sorted.length)] ?? 0;
  const other = sorted[Math.floor(chance() * sorted.length)] ?? 0;
  const share = chance() * 0.3;
  return one * (1 - share) + other * share;
}

export function within(value: number, { least, most }: Limits): number {
  return Math.min(Math.max(value, least), most);
}

/** The value that this share of them does not exceed, between its neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
