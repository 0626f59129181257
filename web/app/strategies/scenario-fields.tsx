import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input, Textarea } from "~/components/ui/input";
import type { FormField } from "~/form/fields";
import type { Strategy } from "./strategy-words";

type Scenario = Strategy["scenarios"][number];
/** What conform knows of a list besides what it knows of every field. */
type ListField = FormField & {
  initialValue?: Partial<Scenario>[];
  allErrors?: Record<string, string[]>;
};

const most = 8;
const parts = [
  { key: "situation", label: "What happens", rows: 2 },
  { key: "question", label: "What they ask", rows: 1 },
  { key: "nextStep", label: "What they should do next", rows: 1 },
] as const;

/** Up to eight moments. One that is left without any word is not kept, so an empty one does no harm. */
export function ScenarioFields({ field }: { field: FormField }) {
  const list = field as ListField; // safe: SchemaForm hands over conform's own metadata
  const [shown, setShown] = useState(() => startOf(list.initialValue));
  function add(): void {
    setShown([...shown, { key: Math.max(-1, ...shown.map(({ key }) => key)) + 1, scenario: {} }]);
  }
  return (
    <div className="grid max-w-xl gap-6">
      {shown.map(({ key, scenario }, index) => (
        <OneScenario
          key={key}
          name={`${list.name}[${index}]`}
          id={`${list.id}-${key}`}
          number={index + 1}
          scenario={scenario}
          errors={list.allErrors ?? {}}
          onRemove={() => setShown(shown.filter((one) => one.key !== key))}
        />
      ))}
      {shown.length < most && (
        <div>
          <Button onClick={add}>
            <Plus aria-hidden />
            Add moment
          </Button>
        </div>
      )}
    </div>
  );
}

function startOf(initial: ListField["initialValue"]) {
  const all = Array.isArray(initial) && initial.length > 0 ? initial : [{}];
  return all.map((scenario, key) => ({ key, scenario }));
}

type OneScenarioProps = {
  name: string;
  id: string;
  number: number;
  scenario: Partial<Scenario>;
  errors: Record<string, string[]>;
  onRemove: () => void;
};

function OneScenario({ name, id, number, scenario, errors, onRemove }: OneScenarioProps) {
  return (
    <fieldset className="grid gap-3 border-b border-line pb-6">
      <legend className="sr-only">Moment {number}</legend>
      <Field
        id={`${id}-name`}
        label={`Moment ${number}`}
        errors={errors[`${name}.name`]}
        aside={
          <Button size="sm" look="quiet" aria-label={`Remove moment ${number}`} onClick={onRemove}>
            Remove
          </Button>
        }
      >
        {(control) => (
          <Input {...control} name={`${name}.name`} defaultValue={scenario.name} autoComplete="off" />
        )}
      </Field>
      {parts.map(({ key, label, rows }) => (
        <Field key={key} id={`${id}-${key}`} label={label} errors={errors[`${name}.${key}`]} optional>
          {(control) => (
            <Textarea
              {...control}
              name={`${name}.${key}`}
              defaultValue={scenario[key]}
              rows={rows}
              className="min-h-9!"
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
