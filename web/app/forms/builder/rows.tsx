import { useId, useState, type ReactNode } from "react";
import { Field } from "~/components/ui/field";
import { Input, Textarea } from "~/components/ui/input";
import { Select } from "~/components/ui/select";

type RowProps<T> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  hint?: ReactNode;
  errors?: string[];
  disabled?: boolean;
  optional?: boolean;
};

type TextRowProps = RowProps<string> & {
  placeholder?: string;
  rows?: number;
  inputRef?: React.Ref<HTMLInputElement & HTMLTextAreaElement>;
  onEnter?: () => void;
  maxLength?: number;
};

/** A label and its text, kept with each letter. */
export function TextRow(props: TextRowProps) {
  const { label, value, onChange, hint, errors, optional, rows, inputRef, onEnter, ...rest } = props;
  const Control = rows ? Textarea : Input;
  return (
    <Field id={useId()} label={label} hint={hint} errors={errors} optional={optional}>
      {(control) => (
        <Control
          {...control}
          {...rest}
          ref={inputRef}
          rows={rows}
          value={value}
          autoComplete="off"
          onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
          onKeyDown={(event: React.KeyboardEvent) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing || !onEnter) return;
            event.preventDefault();
            onEnter();
          }}
        />
      )}
    </Field>
  );
}

type NumberRowProps = RowProps<number | undefined> & { min?: number; max?: number; whole?: boolean };

/** Nothing is no limit. What is typed and no number yet stays in the field and is not kept. */
export function NumberRow({
  label,
  value,
  onChange,
  hint,
  errors,
  disabled,
  min,
  max,
  whole = true,
}: NumberRowProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field id={useId()} label={label} hint={hint} errors={errors}>
      {(control) => (
        <Input
          {...control}
          inputMode={whole ? "numeric" : "decimal"}
          value={typed ?? (value === undefined ? "" : String(value))}
          disabled={disabled}
          onChange={({ target }) => {
            setTyped(target.value);
            const number = numberOf(target.value, { min, max, whole });
            if (number !== null) onChange(number);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}

type Limits = { min?: number; max?: number; whole: boolean };

function numberOf(text: string, { min = -1e9, max = 1e9, whole }: Limits): number | undefined | null {
  if (text.trim() === "") return undefined;
  const number = Number(text.replace(",", "."));
  const fits =
    Number.isFinite(number) && number >= min && number <= max && (!whole || Number.isInteger(number));
  return fits ? number : null;
}

type SelectRowProps<T extends string> = RowProps<T> & { options: readonly { value: T; name: string }[] };

export function SelectRow<T extends string>(props: SelectRowProps<T>) {
  const { label, value, onChange, hint, errors, disabled, options } = props;
  return (
    <Field id={useId()} label={label} hint={hint} errors={errors}>
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={disabled}
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

/** A part of a panel under its own small heading. */
export function PanelPart({
  title,
  about,
  children,
}: {
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="grid gap-3 border-t border-line py-4 first:border-t-0 first:pt-0">
      <div>
        <h3 className="font-semibold">{title}</h3>
        {about && <p className="mt-0.5 text-13 text-muted">{about}</p>}
      </div>
      {children}
    </section>
  );
}

export function RowPair({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-2 items-end gap-3">{children}</div>;
}
