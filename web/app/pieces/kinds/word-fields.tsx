import { clsx } from "clsx";
import { useId, useState, type ReactNode } from "react";
import { Field } from "~/components/ui/field";
import { Input, Textarea } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { type CallToAction, goalNames, goalsOf, type PieceKind } from "../piece";

type LineProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  editable: boolean;
  hint?: ReactNode;
  /** Where it gets too long, in characters. */
  good?: number;
  max: number;
  placeholder?: string;
  many?: boolean;
  className?: string;
};

export function WordField(props: LineProps) {
  const { label, value, onChange, editable, hint, good, max, placeholder, many = false, className } = props;
  const id = useId();
  const Control = many ? Textarea : Input;
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      aside={good === undefined ? undefined : <Count length={value.length} good={good} />}
      className={className}
    >
      {(control) => (
        <Control
          {...control}
          value={value}
          maxLength={max}
          placeholder={placeholder}
          readOnly={!editable}
          onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

export function Count({ length, good }: { length: number; good: number }) {
  return (
    <span className={clsx("text-12 tabular-nums", length > good ? "text-attention" : "text-muted")}>
      {length} of {good}
    </span>
  );
}

type ListProps = Omit<LineProps, "value" | "onChange" | "good"> & {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** What parts one from the next. */
  between?: RegExp;
  joint?: string;
};

const commas = /,/;

/** A short list written as one text; what was typed stays as it was typed. */
export function ListField({ value, onChange, between = commas, joint = ", ", ...rest }: ListProps) {
  const [typed, setTyped] = useState({ text: value.join(joint), value });
  const isOwn = typed.value === value || typed.value.join("\n") === value.join("\n");
  return (
    <WordField
      {...rest}
      value={isOwn ? typed.text : value.join(joint)}
      onChange={(text) => {
        const parts = text.split(between).map((part) => part.trim());
        const list = parts.filter((part) => part !== "");
        setTyped({ text, value: list });
        onChange(list);
      }}
    />
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly { value: T; name: string }[];
  onChange: (value: T) => void;
  editable: boolean;
  className?: string;
};

export function ChoiceField<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, onChange, editable, className } = props;
  const id = useId();
  return (
    <Field id={id} label={label} className={className}>
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={!editable}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type TitleProps = { value: string; onChange: (title: string) => void; editable: boolean; big?: boolean };

/** The title is written where it is read. */
export function TitleField({ value, onChange, editable, big = false }: TitleProps) {
  return (
    <textarea
      aria-label="Title"
      rows={1}
      value={value}
      maxLength={300}
      readOnly={!editable}
      placeholder="Title"
      onChange={({ target }) => onChange(target.value.replace(/\n/g, " "))}
      className={clsx(
        "field-sizing-content mb-4 block w-full resize-none rounded-4 bg-transparent font-semibold",
        big ? "font-serif text-28" : "text-20",
      )}
    />
  );
}

type CallToActionFieldsProps = {
  kind: PieceKind;
  words: CallToAction;
  edit: (patch: Partial<CallToAction>) => void;
  editable: boolean;
};

export function CallToActionFields({ kind, words, edit, editable }: CallToActionFieldsProps) {
  return (
    <Details title="What it is for">
      <ChoiceField
        label="Goal"
        value={words.conversionGoal}
        options={goalsOf[kind].map((value) => ({ value, name: goalNames[value] ?? value }))}
        onChange={(conversionGoal) => edit({ conversionGoal })}
        editable={editable}
      />
      <WordField
        label="Call to action"
        value={words.ctaText}
        onChange={(ctaText) => edit({ ctaText })}
        editable={editable}
        max={200}
        placeholder="Get the guide"
      />
      <WordField
        label="Where it leads"
        value={words.ctaUrl}
        onChange={(ctaUrl) => edit({ ctaUrl })}
        editable={editable}
        max={2000}
        placeholder="https://example.com/guide"
        className="sm:col-span-2"
      />
    </Details>
  );
}

/** Fields below the words, under a hairline. */
export function Details({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-8 max-w-2xl border-t border-line pt-6">
      <h2 className="mb-4 font-semibold">{title}</h2>
      <div className="grid items-start gap-4 sm:grid-cols-2">{children}</div>
    </section>
  );
}
