import type { Condition } from "../../../worker/kernel/pure/condition";
import { type AskableField, conditionOf, type Group, groupOf } from "./group";

/** A tree under edit, beside what its owner holds: trees that were said come back later, or not at all. */
export type Edited = {
  group: Group;
  /** As the owner last showed it. */
  shown: string;
  /** Said from here, and not shown by the owner yet. */
  said: readonly string[];
};

export function begin(condition: Condition | null, fields: readonly AskableField[]): Edited {
  return { group: groupOf(condition, fields), shown: textOf(condition), said: [] };
}

/** What comes back of one's own saying leaves the edit alone; another tree, such as by undo, begins it anew. */
export function show(edited: Edited, condition: Condition | null, fields: readonly AskableField[]): Edited {
  const shown = textOf(condition);
  if (shown === edited.shown) return edited;
  const at = edited.said.indexOf(shown);
  return at < 0 ? begin(condition, fields) : { ...edited, shown, said: edited.said.slice(at + 1) };
}

/** The edit with another group, and what is to be said of it: nothing where the finished part is as it was. */
export function edit(
  edited: Edited,
  group: Group,
  fields: readonly AskableField[],
): { next: Edited; say?: Condition | null } {
  const condition = conditionOf(group, fields);
  const text = textOf(condition);
  if (text === (edited.said.at(-1) ?? edited.shown)) return { next: { ...edited, group } };
  return { next: { ...edited, group, said: [...edited.said, text] }, say: condition };
}

function textOf(condition: Condition | null): string {
  return JSON.stringify(condition);
}
