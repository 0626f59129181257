import { type Learned, meanOf } from "./methods";

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

/** Many futures, each with the errors of the past drawn anew around what is expected. */
export function simulate({ learned, horizon, runs, spread, limits, chance }: Simulating): number[][] {
  const bias = meanOf(learned.errors);
  const errors = learned.errors.map((error) => error - bias);
  return Array.from({ length: runs }, () => {
    const shocks = Array.from({ length: horizon }, () => spread * draw(errors, chance));
    return learned.follow(shocks).map((value) => within(value, limits));
  });
}

/** Between two errors that happened, so that few of them do not become steps. */
function draw(errors: readonly number[], chance: () => number): number {
  const one = errors[Math.floor(chance() * errors.length)] ?? 0;
  const other = errors[Math.floor(chance() * errors.length)] ?? 0;
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
