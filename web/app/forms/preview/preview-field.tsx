import { clsx } from "clsx";
import { useId } from "react";
import { sayFault, type Words } from "../../../../worker/forms/pure/say";
import type { Fault } from "../../../../worker/forms/pure/walk";
import type { Field } from "../definition";
import { ChoiceControl, hasOwnLegend } from "./choice-control";
import { TextControl } from "./text-control";

type PreviewFieldProps = {
  field: Field;
  value: unknown;
  fault: Fault | undefined;
  words: Words;
  language: string;
  isSelected: boolean;
  onSelect: () => void;
  onChange: (value: unknown) => void;
};

export type ControlProps = Pick<PreviewFieldProps, "field" | "value" | "words" | "language" | "onChange"> & {
  id: string;
  describedBy: string | undefined;
  isInvalid: boolean;
};

/** One question; whoever goes into it is shown its settings. */
export function PreviewField(props: PreviewFieldProps) {
  const { field, fault, words, isSelected, onSelect } = props;
  const id = useId();
  const describedBy = clsx(field.help && `${id}-help`, fault && `${id}-fault`) || undefined;
  const control = { ...props, id, describedBy, isInvalid: fault !== undefined };
  return (
    // The keys are the control's own: going into it chooses the question.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      data-field={field.key}
      data-fault={fault ? "" : undefined}
      data-chosen={isSelected || undefined}
      onFocus={isSelected ? undefined : onSelect}
      onClick={isSelected ? undefined : onSelect}
      className="trb-field"
    >
      {field.type === "statement" ? <Statement field={field} /> : <Asked {...control} />}
      {fault && (
        <p id={`${id}-fault`} className="trb-fault">
          {sayFault(fault, words)}
        </p>
      )}
    </div>
  );
}

function Statement({ field }: { field: Field }) {
  return (
    <>
      <p className="trb-statement">{field.label}</p>
      {field.help && <p className="trb-help">{field.help}</p>}
    </>
  );
}

function Asked(control: ControlProps) {
  const { field, id, describedBy, words } = control;
  const help = field.help && (
    <p id={`${id}-help`} className="trb-help">
      {field.help}
    </p>
  );
  if (hasOwnLegend(field.type))
    return (
      <fieldset aria-describedby={describedBy}>
        {field.type !== "consent" && (
          <legend>
            <LabelWords field={field} words={words} />
          </legend>
        )}
        {field.type !== "consent" && help}
        <ChoiceControl {...control} />
        {field.type === "consent" && help}
      </fieldset>
    );
  return (
    <>
      <label htmlFor={id}>
        <LabelWords field={field} words={words} />
      </label>
      {help}
      <TextControl {...control} />
    </>
  );
}

function LabelWords({ field, words }: { field: Field; words: Words }) {
  return (
    <>
      {field.label || "…"}
      {!field.isRequired && <span className="trb-optional"> ({words.optional})</span>}
    </>
  );
}
