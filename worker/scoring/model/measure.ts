/** How often a won lead stood above a lost one: 0.5 is chance, 1 is always. */
export function aucOf(chances: readonly number[], wins: readonly boolean[]): number {
  const won = chances.filter((_, index) => wins[index]);
  const lost = chances.filter((_, index) => !wins[index]);
  if (won.length === 0 || lost.length === 0) return 0.5;
  const points = won.reduce(
    (sum, chance) =>
      sum + lost.reduce((all, other) => all + (chance > other ? 1 : chance === other ? 0.5 : 0), 0),
    0,
  );
  return points / (won.length * lost.length);
}

/** The mean square of how far off: 0 is always right and sure. */
export function brierOf(chances: readonly number[], wins: readonly boolean[]): number {
  const off = chances.reduce((sum, chance, index) => sum + (chance - (wins[index] ? 1 : 0)) ** 2, 0);
  return off / Math.max(chances.length, 1);
}

export type Bin = { expected: number; actual: number; leads: number };
const binCount = 5;

/** Said against what happened, from the least to the most likely fifth. */
export function binsOf(chances: readonly number[], wins: readonly boolean[]): Bin[] {
  const sorted = chances
    .map((chance, index) => ({ chance, won: wins[index] ? 1 : 0 }))
    .toSorted((one, other) => one.chance - other.chance);
  const size = Math.ceil(sorted.length / binCount);
  return Array.from({ length: binCount }, (_, bin) => sorted.slice(bin * size, (bin + 1) * size))
    .filter(({ length }) => length > 0)
    .map((bin) => ({
      leads: bin.length,
      expected: bin.reduce((sum, { chance }) => sum + chance, 0) / bin.length,
      actual: bin.reduce((sum, { won }) => sum + won, 0) / bin.length,
    }));
}
