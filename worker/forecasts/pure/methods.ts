/** One value a period; null where there was nothing to measure, such as a rate of no deals. */
export type Values = readonly (number | null)[];

export const methods = ["holt_winters", "seasonal_naive"] as const;
export type Method = (typeof methods)[number];

/** A method that has learned a history. */
export type Learned = {
  /** How far it was off, one period ahead, at each known value that it could have foretold. */
  errors: number[];
  /** What comes next if each period is off by its shock; without shocks, what is expected. */
  follow(shocks: readonly number[]): number[];
};

export const learn: Record<Method, (values: Values, season: number) => Learned> = {
  holt_winters: learnHoltWinters,
  seasonal_naive: learnNaive,
};

type Weights = { level: number; trend: number; season: number };
type State = { level: number; trend: number; seasonal: number[]; at: number };

/** A trend fades: what grew last month will not grow forever. */
const damping = 0.9;
const levels = [0.05, 0.1, 0.2, 0.35, 0.6];
const trends = [0, 0.05, 0.2];
const seasons = [0, 0.1, 0.3];
/** The first errors tell more of how we began than of the method. */
const warmUp = 4;

/** Additive, damped; the weights are those of the grid that were least off. Two whole seasons, or none is assumed. */
function learnHoltWinters(values: Values, season: number): Learned {
  const length = values.length >= 2 * season ? season : 1;
  let best = replay(values, length, { level: 0.2, trend: 0, season: 0 });
  for (const level of levels)
    for (const trend of trends)
      for (const seasonal of length > 1 ? seasons : [0]) {
        const tried = replay(values, length, { level, trend, season: seasonal });
        if (tried.loss < best.loss) best = tried;
      }
  const { state, weights, errors } = best;
  return {
    errors,
    follow(shocks) {
      let now = state;
      return shocks.map((shock) => {
        const value = foretell(now) + shock;
        now = step(now, weights, shock);
        return value;
      });
    },
  };
}

function replay(values: Values, length: number, weights: Weights) {
  let state = begin(values, length);
  const errors: number[] = [];
  let loss = 0;
  for (const value of values) {
    const error = value === null ? 0 : value - foretell(state);
    state = step(state, weights, error);
    if (value === null) continue;
    errors.push(error);
    if (errors.length > warmUp) loss += error * error;
  }
  return { state, weights, loss, errors: errors.slice(warmUp) };
}

function begin(values: Values, length: number): State {
  const first = values.slice(0, length > 1 ? length : warmUp).filter((value) => value !== null);
  const level = meanOf(first);
  const seasonal = Array.from({ length }, (_, index) => (length > 1 ? (values[index] ?? level) - level : 0));
  return { level, trend: 0, seasonal, at: 0 };
}

function foretell({ level, trend, seasonal, at }: State): number {
  return level + damping * trend + (seasonal[at % seasonal.length] ?? 0);
}

function step(state: State, weights: Weights, error: number): State {
  const { level, trend, seasonal, at } = state;
  const place = at % seasonal.length;
  return {
    level: level + damping * trend + weights.level * error,
    trend: damping * trend + weights.level * weights.trend * error,
    seasonal:
      weights.season === 0 ? seasonal : seasonal.with(place, (seasonal[place] ?? 0) + weights.season * error),
    at: at + 1,
  };
}

/** As it was a season ago; with less than a season of history, as it was last time. */
function learnNaive(values: Values, season: number): Learned {
  const lag = values.length > season ? season : 1;
  const filled = fill(values);
  const errors = values.flatMap((value, index) => {
    const before = filled[index - lag];
    return value === null || before === undefined ? [] : [value - before];
  });
  return {
    errors,
    follow(shocks) {
      const known = [...filled];
      for (const shock of shocks) known.push((known.at(-lag) ?? 0) + shock);
      return known.slice(filled.length);
    },
  };
}

/** Where nothing was measured, the last that was. */
function fill(values: Values): number[] {
  let last = values.find((value) => value !== null) ?? 0;
  return values.map((value) => (last = value ?? last));
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
