import { useState } from "react";
import type { Condition } from "../../../worker/kernel/pure/condition";
import { type AskableField, conditionOf, type Group, groupOf } from "./group";
import { GroupFields } from "./group-fields";

type ConditionEditorProps = {
  condition: Condition | null;
  fields: readonly AskableField[];
  /** Hears the tree whenever what is finished of it changes; null where nothing is asked. */
  onChange: (condition: Condition | null) => void;
  disabled?: boolean;
};

/** One editor for every tree of conditions. What is not finished yet stays here and asks nothing until it is. */
export function ConditionEditor({ condition, fields, onChange, disabled }: ConditionEditorProps) {
  const [group, setGroup] = useGroup(condition, fields, onChange);
  return <GroupFields group={group} fields={fields} disabled={disabled} depth={0} onChange={setGroup} />;
}

/** Begins anew where the tree became another than the one said from here, such as by undo. */
function useGroup(
  condition: Condition | null,
  fields: readonly AskableField[],
  onChange: ConditionEditorProps["onChange"],
): [Group, (group: Group) => void] {
  const [edited, setEdited] = useState(() => ({ group: groupOf(condition), said: condition }));
  if (!isSame(edited.said, condition)) setEdited({ group: groupOf(condition), said: condition });
  return [
    edited.group,
    (group) => {
      const said = conditionOf(group, fields);
      setEdited({ group, said });
      if (!isSame(said, edited.said)) onChange(said);
    },
  ];
}

function isSame(one: Condition | null, other: Condition | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
