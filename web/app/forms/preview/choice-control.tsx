import { stepsOf } from "../../../../worker/forms/pure/choice";
import { addressParts } from "../../../../worker/forms/pure/form";
import { countryChoices } from "../../../../worker/forms/pure/countries";
import type { Choice, Field, FieldType } from "../definition";
import type { ControlProps } from "./preview-field";

const legends: ReadonlySet<FieldType> = new Set([
  "single_choice",
  "multiple_choice",
  "yes_no",
  "rating",
  "scale",
  "consent",
  "address",
]);

/** Several controls under one heading. */
export function hasOwnLegend(type: FieldType): boolean {
  return legends.has(type);
}

export function ChoiceControl(control: ControlProps) {
  const { field, value, words, onChange, id } = control;
  switch (field.type) {
    case "multiple_choice":
      return <Many {...control} />;
    case "consent":
      return (
        <label className="trb-choice">
          <input
            type="checkbox"
            checked={value === true}
            aria-invalid={control.isInvalid || undefined}
            onChange={({ target }) => onChange(target.checked)}
          />
          <span>{field.label}</span>
        </label>
      );
    case "address":
      return <AddressControl {...control} />;
    case "rating":
    case "scale":
      return (
        <>
          <div className="trb-steps">
            {valuesOf(field).map((step) => (
              <label key={step} className="trb-step">
                <input type="radio" name={id} checked={value === step} onChange={() => onChange(step)} />
                <span>{field.type === "rating" ? `${step} ★` : step}</span>
              </label>
            ))}
          </div>
          <Ends field={field} />
        </>
      );
    default: {
      const choices: Choice[] =
        field.type === "yes_no"
          ? [
              { value: "yes", label: words.yes },
              { value: "no", label: words.no },
            ]
          : (field.options ?? []);
      return choices.map((choice) => (
        <label key={choice.value} className="trb-choice">
          <input
            type="radio"
            name={id}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ));
    }
  }
}

function Many({ field, value, onChange }: ControlProps) {
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  return field.options?.map((choice) => (
    <label key={choice.value} className="trb-choice">
      <input
        type="checkbox"
        checked={chosen.includes(choice.value)}
        onChange={({ target }) =>
          onChange(
            target.checked ? [...chosen, choice.value] : chosen.filter((each) => each !== choice.value),
          )
        }
      />
      <span>{choice.label}</span>
    </label>
  ));
}

function AddressControl({ field, value, words, language, onChange, isInvalid }: ControlProps) {
  const given: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const textOf = (part: string) => (typeof given[part] === "string" ? given[part] : "");
  return addressParts.map((part) => (
    <label key={part} className="trb-part">
      <span>{words[part]}</span>
      {part === "country" ? (
        <select
          value={textOf(part)}
          aria-invalid={isInvalid || undefined}
          onChange={({ target }) => onChange({ ...given, [part]: target.value })}
        >
          <option value="">{words.choose}</option>
          {countryChoices(language, field.rules?.countries).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          value={textOf(part)}
          autoComplete="off"
          aria-invalid={isInvalid || undefined}
          onChange={({ target }) => onChange({ ...given, [part]: target.value })}
        />
      )}
    </label>
  ));
}

function Ends({ field: { rules } }: { field: Field }) {
  if (!rules?.lowLabel && !rules?.highLabel) return null;
  return (
    <p className="trb-ends">
      <span>{rules.lowLabel}</span>
      <span>{rules.highLabel}</span>
    </p>
  );
}

function valuesOf(field: Field): number[] {
  const { min, max } = stepsOf(field);
  return Array.from({ length: Math.max(0, Math.min(max - min + 1, 21)) }, (_, index) => min + index);
}
