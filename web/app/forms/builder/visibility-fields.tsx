import { useId, useState } from "react";
import type { Condition } from "../../../../worker/kernel/pure/condition";
import { Radio } from "~/components/ui/checkbox";
import { ConditionEditor } from "~/conditions/condition-editor";
import type { AskableField } from "~/conditions/group";
import type { Field } from "../definition";
import { askable } from "./askable";
import { useBuilder } from "./builder-context";
import { PanelPart } from "./rows";

export function VisibilityFields({ field }: { field: Field }) {
  const { definition, changeField, editable } = useBuilder();
  const before = askable(definition, field.key);
  if (before.length === 0 && !field.visibleWhen) return null;
  return (
    <PanelPart title="When it is shown">
      <Choice
        name="When it is shown"
        always="Always"
        condition={field.visibleWhen}
        fields={before}
        editable={editable}
        onChange={(visibleWhen) => changeField(field.key, { visibleWhen })}
      />
    </PanelPart>
  );
}

type ChoiceProps = {
  name: string;
  always: string;
  condition: Condition | undefined;
  fields: readonly AskableField[];
  editable: boolean;
  onChange: (condition: Condition | undefined) => void;
};

/** Always, or only if: the condition opens with its first question already chosen. */
export function Choice({ name, always, condition, fields, editable, onChange }: ChoiceProps) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  const isAsked = condition !== undefined || opened;
  return (
    <div role="radiogroup" aria-label={name}>
      <Radio
        name={id}
        label={always}
        checked={!isAsked}
        disabled={!editable}
        onChange={() => {
          setOpened(false);
          onChange(undefined);
        }}
      />
      <Radio
        name={id}
        label="Only if…"
        checked={isAsked}
        disabled={!editable}
        onChange={() => setOpened(true)}
      />
      {isAsked && (
        <div className="mt-2">
          <ConditionEditor
            condition={condition ?? null}
            fields={fields}
            disabled={!editable}
            onChange={(next) => {
              setOpened(true);
              onChange(next ?? undefined);
            }}
          />
        </div>
      )}
    </div>
  );
}
