import type { ComponentPropsWithoutRef } from "react";
import { Checkbox } from "~/components/ui/checkbox";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { type RuleDraft, signalWords } from "./rule";

type EventFieldsProps = { draft: RuleDraft; onChange(change: Partial<RuleDraft>): void };

const signals = Object.entries(signalWords) as [RuleDraft["signals"][number], string][]; // safe: its keys are the signals

/** What has to be done, how often it counts and how long. */
export function EventFields({ draft, onChange }: EventFieldsProps) {
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 font-medium">When a lead</legend>
        <div className="grid grid-cols-2 gap-x-4">
          {signals.map(([signal, words]) => (
            <Checkbox
              key={signal}
              label={words}
              checked={draft.signals.includes(signal)}
              onChange={({ target }) =>
                onChange({
                  signals: target.checked
                    ? [...draft.signals, signal]
                    : draft.signals.filter((each) => each !== signal),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-4">
        <Field id="rule-repeat" label="Counts so often">
          {(control) => (
            <NumberInput
              {...control}
              value={draft.repeatLimit}
              min={1}
              max={10}
              onValue={(repeatLimit) => onChange({ repeatLimit: repeatLimit ?? 1 })}
            />
          )}
        </Field>
        <Field id="rule-decay" label="Fades in days" hint="Empty: never.">
          {(control) => (
            <NumberInput
              {...control}
              value={draft.decayDays}
              min={1}
              max={3650}
              onValue={(decayDays) => onChange({ decayDays })}
            />
          )}
        </Field>
        <Field id="rule-within" label="Within days" hint="Empty: whenever it was.">
          {(control) => (
            <NumberInput
              {...control}
              value={draft.withinDays}
              min={1}
              max={3650}
              onValue={(withinDays) => onChange({ withinDays })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

type NumberInputProps = Omit<ComponentPropsWithoutRef<"input">, "value" | "onChange" | "min" | "max"> & {
  value: number | null;
  min: number;
  max: number;
  onValue(value: number | null): void;
};

/** A whole number within its bounds, or nothing while it is empty. */
export function NumberInput({ value, min, max, onValue, ...rest }: NumberInputProps) {
  return (
    <Input
      {...rest}
      type="number"
      min={min}
      max={max}
      step={1}
      defaultValue={value ?? ""}
      onChange={({ target }) => {
        const number = target.valueAsNumber;
        onValue(Number.isNaN(number) ? null : Math.min(Math.max(Math.trunc(number), min), max));
      }}
    />
  );
}
