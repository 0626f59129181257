/** Choices that look free and are the same each time: everything follows from the material that was hashed into the seed. */
export class Chance {
  private state: number;
  private readonly used = new Map<readonly unknown[], Set<number>>();

  constructor(seed: string) {
    this.state = hash(seed) || 1;
  }

  /** From 0 up to but not including the bound. */
  below(bound: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % Math.max(bound, 1);
  }

  /** Something of the pool that was not given yet, while there is any. */
  pick<T>(pool: readonly T[]): T | undefined {
    const used = this.used.get(pool) ?? new Set<number>();
    if (used.size >= pool.length) used.clear();
    this.used.set(pool, used);
    const free = pool.map((_, index) => index).filter((index) => !used.has(index));
    const index = free[this.below(free.length)];
    if (index === undefined) return undefined;
    used.add(index);
    return pool[index];
  }

  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    const result: T[] = [];
    while (left.length > 0) result.push(...left.splice(this.below(left.length), 1));
    return result;
  }
}

/** FNV-1a: short, and no two of a bundle's pieces get the same by their titles alone. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
