/** Chance that falls the same way every time: a demo world must not differ from one start to the next. */
export type Dice = {
  /** From 0 up to, not including, 1. */
  roll(): number;
  chance(share: number): boolean;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** By weight: `{ office: 3, cafe: 1 }` is an office three times out of four. */
  weigh<K extends string>(weights: Record<K, number>): K;
};

/** mulberry32: small, fast, and even enough for names and dates. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  function roll(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  return {
    roll,
    chance: (share) => roll() < share,
    between: (least, most) => least + Math.floor(roll() * (most - least + 1)),
    pick: (from) => pickOf(from, roll()),
    weigh: (weights) => weighOf(weights, roll()),
  };
}

function pickOf<T>(from: readonly T[], roll: number): T {
  const index = Math.floor(roll * from.length);
  if (from.length === 0) throw new Error("There is nothing to pick from.");
  return from[index] as T; // safe: a roll is below one, so the index is in the list
}

function weighOf<K extends string>(weights: Record<K, number>, roll: number): K {
  const entries = Object.entries<number>(weights);
  let left = roll * entries.reduce((sum, [, weight]) => sum + weight, 0);
  const hit = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
  if (!hit) throw new Error("There is nothing to weigh.");
  return hit[0] as K; // safe: one of the keys that were given
}
