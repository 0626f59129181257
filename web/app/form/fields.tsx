import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentPropsWithoutRef, type ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { Field } from "~/components/ui/field";
import { Input, Textarea } from "~/components/ui/input";
import { Select } from "~/components/ui/select";

/** What a control needs to know of its field; conform's metadata has it all. */
export type FormField = {
  id: string;
  name: string;
  key: string | undefined;
  errors: string[] | undefined;
  defaultValue: string | undefined;
  defaultOptions: string[] | undefined;
  defaultChecked: boolean | undefined;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
};

type Words = { field: FormField; label: ReactNode; hint?: ReactNode; aside?: ReactNode; optional?: boolean };

type TextFieldProps = Words & Omit<ComponentPropsWithoutRef<"input">, "name" | "defaultValue" | "id">;

export function TextField({ field, label, hint, aside, optional, className, ...rest }: TextFieldProps) {
  const { id, errors, key, ...control } = controlOf(field);
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      aside={aside}
      optional={optional}
      errors={errors}
      className={className}
    >
      {(aria) => <Input key={key} {...control} {...rest} {...aria} />}
    </Field>
  );
}

/** Paste and password managers welcome; it can be looked at. */
export function PasswordField(props: TextFieldProps) {
  const { field, label, hint, aside, optional, className, ...rest } = props;
  const [shown, setShown] = useState(false);
  const { id, errors, key, defaultValue: _never, ...control } = controlOf(field);
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      aside={aside}
      optional={optional}
      errors={errors}
      className={className}
    >
      {(aria) => (
        <span className="relative block">
          <Input
            key={key}
            {...control}
            {...rest}
            {...aria}
            type={shown ? "text" : "password"}
            className="pr-11"
          />
          <Button
            look="quiet"
            size="iconSm"
            aria-label="Show password"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute! inset-y-0 right-1 my-auto"
          >
            {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </Button>
        </span>
      )}
    </Field>
  );
}

type TextareaFieldProps = Words & Omit<ComponentPropsWithoutRef<"textarea">, "name" | "defaultValue" | "id">;

export function TextareaField({
  field,
  label,
  hint,
  aside,
  optional,
  className,
  ...rest
}: TextareaFieldProps) {
  const { id, errors, key, ...control } = controlOf(field);
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      aside={aside}
      optional={optional}
      errors={errors}
      className={className}
    >
      {(aria) => <Textarea key={key} {...control} {...rest} {...aria} />}
    </Field>
  );
}

type SelectFieldProps = Words & {
  options: { value: string; name: string }[];
  className?: string;
};

export function SelectField({ field, label, hint, aside, optional, options, className }: SelectFieldProps) {
  const { id, errors, key, minLength: _min, maxLength: _max, ...control } = controlOf(field);
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      aside={aside}
      optional={optional}
      errors={errors}
      className={className}
    >
      {(aria) => (
        <Select key={`${key} ${control.defaultValue}`} {...control} {...aria}>
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function CheckboxField({ field, label, hint }: Pick<Words, "field" | "label" | "hint">) {
  return (
    <Checkbox
      id={field.id}
      name={field.name}
      defaultChecked={field.defaultChecked}
      label={label}
      hint={hint}
    />
  );
}

function controlOf({ id, name, key, errors, defaultValue, required, minLength, maxLength }: FormField) {
  return { id, name, key, errors, defaultValue, required, minLength, maxLength };
}
