export type Weights = { intercept: number; weights: number[] };

/** Against learning by heart what happened by chance. */
const restraint = 4;
const steps = 60;
/** Newton may jump too far where everything is all but certain already. */
const longestStep = 1;

/** Logistic regression with L2 by Newton's method: the same samples give the same weights. The intercept is not restrained. */
export function fit(
  rows: readonly (readonly number[])[],
  wins: readonly boolean[],
  strength = restraint,
): Weights {
  const size = (rows[0]?.length ?? 0) + 1;
  const padded = rows.map((row) => [1, ...row]);
  let weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : -strength * weight));
    const curve = weights.map((_, index) =>
      weights.map((__, other) => (index === other ? (index === 0 ? 1e-9 : strength) : 0)),
    );
    for (const [place, row] of padded.entries()) learnRow(row, wins[place] ? 1 : 0, weights, gradient, curve);
    const change = solve(curve, gradient).map(shorten);
    weights = weights.map((weight, index) => weight + (change[index] ?? 0));
    if (change.every((each) => Math.abs(each) < 1e-9)) break;
  }
  const [intercept = 0, ...rest] = weights;
  return { intercept, weights: rest };
}

function learnRow(
  row: number[],
  won: number,
  weights: number[],
  gradient: number[],
  curve: number[][],
): void {
  const chance = sigmoid(dot(row, weights));
  for (const [index, value] of row.entries()) {
    gradient[index] = (gradient[index] ?? 0) + value * (won - chance);
    const line = curve[index] ?? [];
    for (const [other, second] of row.entries())
      line[other] = (line[other] ?? 0) + value * second * chance * (1 - chance);
  }
}

function shorten(step: number): number {
  return Math.min(Math.max(step, -longestStep), longestStep);
}

/** Gauss with pivots; the matrix is symmetric and positive. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const at of rows.keys()) {
    const best = strongest(rows, at);
    [rows[at], rows[best]] = [rows[best] ?? [], rows[at] ?? []];
    const pivot = rows[at] ?? [];
    for (const [index, row] of rows.entries()) {
      const times = (row[at] ?? 0) / (pivot[at] ?? 1);
      if (index !== at) rows[index] = row.map((value, column) => value - times * (pivot[column] ?? 0));
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

function strongest(rows: readonly (readonly number[])[], at: number): number {
  let best = at;
  for (let index = at + 1; index < rows.length; index++)
    if (Math.abs(rows[index]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = index;
  return best;
}

export function logOddsOf({ intercept, weights }: Weights, row: readonly number[]): number {
  return intercept + dot(row, weights);
}

export type Calibration = { slope: number; shift: number };

/** So many leads' worth of trust that the weights were right as they are. */
const trust = 8;

/** Platt: stretches and shifts log-odds until they say what happened to leads that the weights had not seen. */
export function calibrate(logOdds: readonly number[], wins: readonly boolean[]): Calibration {
  const change = { slope: 0, shift: 0 };
  for (let step = 0; step < steps; step++) {
    const rows = logOdds.map((odds) => [1, odds]);
    const gradient = [-trust * change.shift, -trust * change.slope];
    const curve = [
      [trust, 0],
      [0, trust],
    ];
    const weights = [change.shift, 1 + change.slope];
    for (const [place, row] of rows.entries()) learnRow(row, wins[place] ? 1 : 0, weights, gradient, curve);
    const [shift = 0, slope = 0] = solve(curve, gradient).map(shorten);
    change.shift += shift;
    change.slope += slope;
  }
  return { slope: Math.max(1 + change.slope, 0), shift: change.shift };
}

export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
