/** The words of a piece, field by field, as they are edited and saved. */
export type Words = Record<string, unknown>;

/** What somebody is writing: how it looks here, and what it began from. */
export type Draft<W extends Words> = { mine: W; base: W; revision: number };

export type Theirs<W extends Words> = { words: W; revision: number };

/** Fields that both changed, each in their own way. */
export type Clash<W extends Words> = Theirs<W> & { fields: (keyof W & string)[] };

export function changesOf<W extends Words>({ mine, base }: Draft<W>): Partial<W> {
  const changed = fieldsOf(mine).filter((field) => !isSame(mine[field], base[field]));
  return pick(mine, changed);
}

export function isDirty<W extends Words>({ mine, base }: Draft<W>): boolean {
  return mine !== base && fieldsOf(mine).some((field) => !isSame(mine[field], base[field]));
}

/**
 * What somebody else saved comes in: fields that were not touched here follow theirs, and what was written here stays. Only
 * a field that both changed is a clash, for a person to decide.
 */
export function takeIn<W extends Words>(
  draft: Draft<W>,
  { words, revision }: Theirs<W>,
): { draft: Draft<W>; clash: Clash<W> | null } {
  const touched = fieldsOf(draft.mine).filter((field) => !isSame(draft.mine[field], draft.base[field]));
  const fields = touched.filter(
    (field) => !isSame(words[field], draft.base[field]) && !isSame(words[field], draft.mine[field]),
  );
  if (fields.length > 0) return { draft, clash: { words, revision, fields } };
  return { draft: { mine: { ...words, ...pick(draft.mine, touched) }, base: words, revision }, clash: null };
}

/** Mine in the fields that clash, theirs in those that only they changed. */
export function keepMine<W extends Words>(draft: Draft<W>, { words, revision }: Theirs<W>): Draft<W> {
  return { mine: { ...words, ...changesOf(draft) }, base: words, revision };
}

export function takeTheirs<W extends Words>(
  draft: Draft<W>,
  { words, revision, fields }: Clash<W>,
): Draft<W> {
  const kept = Object.entries(changesOf(draft)).filter(([field]) => !fields.includes(field));
  return { mine: { ...words, ...Object.fromEntries(kept) }, base: words, revision };
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function fieldsOf<W extends Words>(words: W): (keyof W & string)[] {
  return Object.keys(words);
}

function pick<W extends Words>(words: W, fields: readonly (keyof W & string)[]): Partial<W> {
  // safe: the fields are the words' own
  return Object.fromEntries(fields.map((field) => [field, words[field]])) as Partial<W>;
}
