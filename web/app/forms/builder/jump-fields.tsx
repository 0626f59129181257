import { Plus, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { ConditionEditor } from "~/conditions/condition-editor";
import type { Definition, Field, Jump } from "../definition";
import { askable } from "./askable";
import { useBuilder } from "./builder-context";
import { PanelPart, SelectRow } from "./rows";

/** Where a visitor goes when the page before this one is left; the first that holds decides. */
export function JumpFields({ field }: { field: Field }) {
  const { definition, changeField, editable } = useBuilder();
  const fields = askable(definition, field.key);
  const targets = targetsAfter(definition, field);
  const jumps = field.jumps ?? [];
  const [first] = targets;
  const set = (next: Jump[]) => changeField(field.key, { jumps: next });
  if (fields.length === 0 || !first) return null;
  return (
    <PanelPart
      title="Jumps"
      about="Judged when the page before this one is left. Without one, this page comes next."
    >
      {jumps.map((jump, index) => (
        <OneJump
          key={`${field.key} ${jumps.length} ${jumps.indexOf(jump)}`}
          jump={jump}
          place={index + 1}
          targets={targets}
          fields={fields}
          editable={editable}
          onChange={(next) => set(jumps.map((each) => (each === jump ? next : each)))}
          onRemove={() => set(jumps.filter((each) => each !== jump))}
        />
      ))}
      {editable && (
        <Button
          look="quiet"
          size="sm"
          className="justify-self-start"
          onClick={() =>
            set([...jumps, { when: { field: fields[0]?.name ?? "", operator: "is_set" }, to: first.value }])
          }
        >
          <Plus aria-hidden />
          Add jump
        </Button>
      )}
    </PanelPart>
  );
}

type OneJumpProps = {
  jump: Jump;
  place: number;
  targets: { value: string; name: string }[];
  fields: ReturnType<typeof askable>;
  editable: boolean;
  onChange: (jump: Jump) => void;
  onRemove: () => void;
};

function OneJump({ jump, place, targets, fields, editable, onChange, onRemove }: OneJumpProps) {
  return (
    <div role="group" aria-label={`Jump ${place}`} className="grid gap-2 rounded-8 border border-line p-3">
      <div className="flex items-center justify-between gap-2">
        <span className="text-13 text-muted">If</span>
        {editable && (
          <Button look="quiet" size="iconSm" aria-label={`Remove jump ${place}`} onClick={onRemove}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      <ConditionEditor
        condition={jump.when}
        fields={fields}
        disabled={!editable}
        onChange={(when) => when && onChange({ ...jump, when })}
      />
      <SelectRow
        label="Go to"
        value={jump.to}
        options={targets}
        disabled={!editable}
        onChange={(to) => onChange({ ...jump, to })}
      />
    </div>
  );
}

/** Only forward: later pages, and the endings. */
function targetsAfter({ fields, endings }: Definition, field: Field) {
  const later = fields.slice(fields.indexOf(field) + 1).filter(({ type }) => type === "page_break");
  return [
    ...later.map(({ key, label }) => ({ value: key, name: `Page “${label}”` })),
    ...endings.map(({ key, title, kind, url }) => ({
      value: key,
      name: kind === "redirect" ? `Ending: ${url ?? "an address"}` : `Ending “${title}”`,
    })),
  ];
}
