import { useState } from "react";
import type { Field } from "../definition";
import { useBuilder } from "./builder-context";
import { renameKey } from "./references";
import { PanelPart, TextRow } from "./rows";

/** The name of the answer in exports, addresses and the API. Whatever speaks of it follows. */
export function KeyField({ field }: { field: Field }) {
  const { definition, change, select, editable } = useBuilder();
  const [typed, setTyped] = useState(field.key);
  const wrong = faultOf(typed, field, definition);
  function rename(): void {
    if (wrong || typed === field.key) return;
    change(renameKey(definition, field.key, typed));
    select(typed);
  }
  return (
    <PanelPart title="Name of the answer">
      <div onBlur={rename}>
        <TextRow
          label="In exports and the API"
          value={typed}
          disabled={!editable}
          errors={wrong ? [wrong] : undefined}
          hint="Answers that were given under another name stay under it."
          onChange={setTyped}
          onEnter={rename}
        />
      </div>
    </PanelPart>
  );
}

function faultOf(
  key: string,
  field: Field,
  { fields, endings }: ReturnType<typeof useBuilder>["definition"],
): string | null {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key))
    return "Small letters, digits and _ only, beginning with a letter.";
  const isTaken = [...fields, ...endings].some((each) => each !== field && each.key === key);
  return isTaken ? "Another question already has this name." : null;
}
