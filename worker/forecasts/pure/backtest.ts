import { chanceOf } from "./chance";
import { learn, meanOf, type Method, methods, type Values } from "./methods";
import { type Limits, quantile, simulate, within } from "./simulate";

export const leastPeriods = 8;

/** What would have been said of a period before it began, and what it became. */
export type Check = { start: string; actual: number; expected: number; lower: number; upper: number };

export type Backtest = {
  method: Method;
  checks: Check[];
  hits: number;
  /** How far off on average, of each method. */
  meanErrors: Record<Method, number>;
  /** By how much the method's own errors have to be widened so that four of five periods lie in the interval. */
  spread: number;
};

const runs = 300;
const share = 0.8;
/** Beyond these nobody learns from being told to be wider or narrower. */
const widths = { least: 0.6, most: 2.5 };
const startingWidth = 1.2;

/** Goes through the past period by period, knowing each time only what was known then. The less wrong method wins. */
export function lookBack(
  starts: readonly string[],
  values: Values,
  season: number,
  limits: Limits,
  seed: string,
): Backtest {
  const tried = methods.map((method) => tryMethod(method, starts, values, season, limits, seed));
  const [holtWinters, naive] = tried.map(({ meanError }) => meanError);
  const meanErrors = { holt_winters: holtWinters ?? 0, seasonal_naive: naive ?? 0 };
  const method = meanErrors.seasonal_naive < meanErrors.holt_winters ? "seasonal_naive" : "holt_winters";
  const { checks, spread } = tried[methods.indexOf(method)] ?? { checks: [], spread: startingWidth };
  const hits = checks.filter(({ actual, lower, upper }) => actual >= lower && actual <= upper).length;
  return { method, checks, hits, meanErrors, spread };
}

function tryMethod(
  method: Method,
  starts: readonly string[],
  values: Values,
  season: number,
  limits: Limits,
  seed: string,
) {
  const checks: Check[] = [];
  const reaches: number[] = [];
  const chance = chanceOf(`${seed}:${method}`);
  for (const [index, actual] of values.entries()) {
    const known = values.slice(0, index);
    if (actual === null || known.filter((value) => value !== null).length < leastPeriods) continue;
    const learned = learn[method](known, season);
    const expected = within(learned.follow([0])[0] ?? 0, limits);
    const simulated = simulate({ learned, horizon: 1, runs, spread: 1, limits, chance }).map(
      ([next = 0]) => next,
    );
    const spread = widthOf(reaches);
    const [low, high] = [quantile(simulated, (1 - share) / 2), quantile(simulated, (1 + share) / 2)];
    const lower = within(expected - spread * (expected - low), limits);
    const upper = within(expected + spread * (high - expected), limits);
    checks.push({ start: starts[index] ?? "", actual, expected, lower, upper });
    reaches.push(reachOf(actual, expected, low, high));
  }
  const meanError = meanOf(checks.map(({ actual, expected }) => Math.abs(actual - expected)));
  return { checks, meanError, spread: widthOf(reaches) };
}

/** How much of the interval's half it took to get there. */
function reachOf(actual: number, expected: number, low: number, high: number): number {
  const half = actual < expected ? expected - low : high - expected;
  const off = Math.abs(actual - expected);
  if (off === 0) return 0;
  return half <= 0 ? widths.most : off / half;
}

function widthOf(reaches: readonly number[]): number {
  if (reaches.length < leastPeriods) return startingWidth;
  return within(quantile(reaches, Math.min(share * (1 + 1 / reaches.length), 1)), widths);
}
