/** The ids after the first has been put where the second stands. */
export function moved(ids: readonly string[], id: string, overId: string): string[] {
  const to = ids.indexOf(overId);
  return to < 0 ? [...ids] : ids.filter((each) => each !== id).toSpliced(to, 0, id);
}

/** In the order of the ids; what is not among them stands last, as it came. */
export function inOrder<T extends { id: string }>(items: readonly T[], ids: readonly string[]): T[] {
  const placeOf = ({ id }: T) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return items.toSorted((one, other) => placeOf(one) - placeOf(other));
}
