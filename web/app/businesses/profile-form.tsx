import { useState } from "react";
import { Section } from "~/components/page";
import { Checkbox } from "~/components/ui/checkbox";
import { type FormField, SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { Facts } from "~/settings/facts";
import { Save } from "~/settings/profile-form";
import { type Option, type ProfileField, schemaOf, typedOf } from "./profile-field";
import type { ProfileSection } from "./profile-sections";

export type ProfileChoices = { languages: Option[]; zones: Option[] };
type FormProps = { section: ProfileSection; profile: object; choices: ProfileChoices; mayWrite: boolean };

/** One stretch of the profile: a form for those who may change it, plain words for the others. */
export function ProfileForm({ section, profile, choices, mayWrite }: FormProps) {
  const { intent, title, about, fields } = section;
  const typed = typedOf(fields, profile);
  if (!mayWrite) {
    return (
      <Section title={title} about={about}>
        <Facts facts={fields.map((field) => [field.label, wordsOf(field, typed[field.name], choices)])} />
      </Section>
    );
  }
  return (
    <Section title={title} about={about}>
      <SchemaForm
        schema={schemaOf(fields)}
        intent={intent}
        defaultValue={typed}
        className="grid max-w-2xl items-start gap-4 sm:grid-cols-2"
      >
        {(shown, pending) => (
          <>
            {fields.map((field) => {
              const control = shown[field.name];
              return control && <Control key={field.name} {...{ field, control, choices }} />;
            })}
            <Save pending={pending}>Save {title.toLowerCase()}</Save>
          </>
        )}
      </SchemaForm>
    </Section>
  );
}

type ControlProps = { field: ProfileField; control: FormField; choices: ProfileChoices };

export function Control({ field, control, choices }: ControlProps) {
  const words = {
    field: control,
    label: field.label,
    hint: field.hint,
    className: field.wide ? "sm:col-span-2" : undefined,
  };
  switch (field.kind) {
    case "choice":
      return <SelectField {...words} options={optionsOf(field, choices)} />;
    case "several":
      return <Several {...words} options={field.options} />;
    case "text":
      return <TextareaField {...words} />;
    case "lines":
      return <TextareaField {...words} rows={4} />;
    case "times":
      return <TextareaField {...words} rows={2} spellCheck={false} />;
    case "colour":
      return <ColourField {...words} />;
    case "address":
      return <TextField {...words} inputMode="url" autoCapitalize="none" spellCheck={false} />;
    case "line":
      return <TextField {...words} autoComplete="off" />;
  }
}

type Words = { field: FormField; label: string; hint?: string; className?: string };

function Several({ field, label, options, className }: Words & { options: Option[] }) {
  return (
    <fieldset className={className}>
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="grid grid-cols-2 gap-x-6 sm:grid-cols-3">
        {options.map(({ value, name }) => (
          <Checkbox
            key={value}
            name={field.name}
            value={value}
            defaultChecked={field.defaultOptions?.includes(value)}
            label={name}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The code is what counts; the patch beside it shows what it means. */
function ColourField(words: Words) {
  const [typed, setTyped] = useState(words.field.defaultValue ?? "");
  return (
    <TextField
      {...words}
      hint="Such as #0f766e."
      spellCheck={false}
      autoCapitalize="none"
      onInput={(event) => setTyped(event.currentTarget.value.trim())}
      aside={<ColourPatch colour={typed} />}
    />
  );
}

export function ColourPatch({ colour }: { colour: string }) {
  const isColour = /^#[0-9a-f]{6}$/i.test(colour);
  return (
    <span
      aria-hidden
      className="inline-block size-4 self-center rounded-4 border border-edge"
      style={{ background: isColour ? colour : "transparent" }}
    />
  );
}

function optionsOf(field: ProfileField & { kind: "choice" }, choices: ProfileChoices): Option[] {
  return typeof field.options === "string" ? choices[field.options] : field.options;
}

function wordsOf(field: ProfileField, typed: string | string[] | undefined, choices: ProfileChoices) {
  const options =
    field.kind === "choice" ? optionsOf(field, choices) : field.kind === "several" ? field.options : [];
  const name = (value: string) => options.find((option) => option.value === value)?.name ?? value;
  if (Array.isArray(typed)) return typed.map(name).join(", ");
  return typed ? <span className="whitespace-pre-line">{name(typed)}</span> : "";
}
