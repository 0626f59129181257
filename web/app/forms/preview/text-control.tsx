import type { ComponentPropsWithoutRef } from "react";
import { countryChoices } from "../../../../worker/forms/pure/countries";
import type { FieldType } from "../definition";
import type { ControlProps } from "./preview-field";

/** What is typed or chosen from a list: one control with one label. */
export function TextControl({ field, value, words, language, onChange, ...rest }: ControlProps) {
  const { id, describedBy, isInvalid } = rest;
  const shared = {
    id,
    "aria-describedby": describedBy,
    "aria-invalid": isInvalid || undefined,
    "aria-required": field.isRequired || undefined,
  };
  const text = typeof value === "string" ? value : "";
  if (field.type === "long_text")
    return (
      <textarea
        {...shared}
        rows={4}
        value={text}
        placeholder={field.placeholder}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  if (field.type === "dropdown" || field.type === "country") {
    const choices =
      field.type === "country" ? countryChoices(language, field.rules?.countries) : (field.options ?? []);
    return (
      <select {...shared} value={text} onChange={({ target }) => onChange(target.value)}>
        <option value="">{field.placeholder || words.choose}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === "file")
    return <FileControl {...shared} multiple={(field.rules?.maxFiles ?? 1) > 1} onChange={onChange} />;
  return (
    <input
      {...shared}
      {...keyboards[field.type]}
      value={text}
      placeholder={field.placeholder}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

const keyboards: Partial<Record<FieldType, ComponentPropsWithoutRef<"input">>> = {
  email: { type: "email", inputMode: "email" },
  phone: { type: "tel", inputMode: "tel" },
  url: { type: "text", inputMode: "url" },
  number: { type: "text", inputMode: "decimal" },
  date: { type: "date" },
};

type FileControlProps = Omit<ComponentPropsWithoutRef<"input">, "onChange"> & {
  onChange: (ids: string[]) => void;
};

/** Nothing is sent from here: what stands for a file only looks like the id of one. */
function FileControl({ onChange, ...rest }: FileControlProps) {
  return (
    <input
      {...rest}
      type="file"
      onChange={({ target }) =>
        onChange([...(target.files ?? [])].map((_, index) => `fil_${String(index).padStart(24, "0")}`))
      }
    />
  );
}
