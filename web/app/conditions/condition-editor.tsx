import { useState } from "react";
import type { Condition } from "../../../worker/kernel/pure/condition";
import { begin, edit, show } from "./edited";
import type { AskableField, Group } from "./group";
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

function useGroup(
  condition: Condition | null,
  fields: readonly AskableField[],
  onChange: ConditionEditorProps["onChange"],
): [Group, (group: Group) => void] {
  const [known, setKnown] = useState(() => begin(condition, fields));
  const edited = show(known, condition, fields);
  if (edited !== known) setKnown(edited);
  return [
    edited.group,
    (group) => {
      const { next, say } = edit(edited, group, fields);
      setKnown(next);
      if (say !== undefined) onChange(say);
    },
  ];
}
