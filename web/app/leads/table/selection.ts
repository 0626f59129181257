/** Which leads are chosen: these, or all that match, also those that were not read yet. */
export type Selection = {
  ids: ReadonlySet<string>;
  isAll: boolean;
  /** Where a range begins. */
  anchor: string | null;
};

export const nobody: Selection = { ids: new Set(), isAll: false, anchor: null };
export const everybody: Selection = { ids: new Set(), isAll: true, anchor: null };

export function isChosen({ ids, isAll }: Selection, id: string): boolean {
  return isAll || ids.has(id);
}

/** Whoever lets one of all go keeps those that are to be seen: nobody chooses what they have not read but by name. */
export function toggle(selection: Selection, id: string, order: readonly string[]): Selection {
  const ids = new Set(selection.isAll ? order : selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, isAll: false, anchor: id };
}

/** From where it last was to here, as they stand in the list; all become what the anchor is. */
export function reach(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = order.indexOf(selection.anchor ?? id);
  const to = order.indexOf(id);
  if (from < 0 || to < 0 || selection.isAll) return toggle(selection, id, order);
  const chooses = selection.anchor === null || isChosen(selection, selection.anchor);
  const ids = new Set(selection.ids);
  for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (chooses) ids.add(each);
    else ids.delete(each);
  }
  return { ...selection, ids };
}

/** How many that is, of as many as match. */
export function sizeOf({ ids, isAll }: Selection, matching: number): number {
  return isAll ? matching : ids.size;
}
