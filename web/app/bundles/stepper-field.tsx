import { Minus, Plus } from "lucide-react";
import { useRef } from "react";
import { Button } from "~/components/ui/button";
import { FieldErrors } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { FormField } from "~/form/fields";

type StepperFieldProps = {
  field: FormField;
  label: string;
  hint?: string;
  max: number;
  min?: number;
  step?: number;
};

/** A number with a smaller and a larger beside it; typing it is as good. */
export function StepperField({ field, label, hint, max, min = 0, step = 1 }: StepperFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const { id, name, key, defaultValue, errors } = field;
  function change(by: number): void {
    const element = input.current;
    if (!element) return;
    const value = Number.isNaN(element.valueAsNumber) ? min : element.valueAsNumber;
    element.value = String(Math.max(min, Math.min(max, value + by)));
    // The form hears of it as of typing.
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const errorId = `${id}-error`;
  return (
    <div className="border-b border-line py-2">
      <div className="flex items-center justify-between gap-4">
        <label htmlFor={id} className="min-w-0">
          <span className="block font-medium">{label}</span>
          {hint && <span className="block text-13 text-muted">{hint}</span>}
        </label>
        <div className="flex shrink-0 items-center gap-1">
          <Button look="quiet" size="icon" aria-label={`Fewer: ${label}`} onClick={() => change(-step)}>
            <Minus aria-hidden />
          </Button>
          <Input
            key={key}
            ref={input}
            id={id}
            name={name}
            type="number"
            inputMode="numeric"
            min={min}
            max={max}
            defaultValue={defaultValue}
            aria-invalid={errors ? true : undefined}
            aria-describedby={errors ? errorId : undefined}
            className="max-w-20 text-center tabular-nums"
          />
          <Button look="quiet" size="icon" aria-label={`More: ${label}`} onClick={() => change(step)}>
            <Plus aria-hidden />
          </Button>
        </div>
      </div>
      <FieldErrors id={errorId} errors={errors} />
    </div>
  );
}
