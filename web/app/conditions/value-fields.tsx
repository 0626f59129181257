import { Checkbox } from "~/components/ui/checkbox";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { type AskableField, countOf, type Question } from "./group";

type ValueFieldsProps = {
  question: Question;
  field: AskableField;
  disabled?: boolean;
  onChange: (values: string[]) => void;
};

/** What the answer is compared with: chosen where there are options, typed where there are none. */
export function ValueFields(props: ValueFieldsProps) {
  const { question, field, disabled, onChange } = props;
  const count = countOf(question.operator);
  const [first = "", second = ""] = question.values;
  if (count === "none") return null;
  if (count === "two")
    return (
      <div className="flex items-center gap-2">
        <One {...props} label="From" value={first} onChange={(value) => onChange([value, second])} />
        <span className="text-13 text-muted">and</span>
        <One {...props} label="To" value={second} onChange={(value) => onChange([first, value])} />
      </div>
    );
  if (count === "one")
    return <One {...props} label="Value" value={first} onChange={(value) => onChange([value])} />;
  if (field.options) return <Several {...props} options={field.options} />;
  return (
    <Input
      aria-label="Values, separated by commas"
      placeholder="Berlin, Lisbon"
      defaultValue={question.values.join(", ")}
      disabled={disabled}
      onChange={({ target }) =>
        onChange(
          target.value
            .split(",")
            .map((value) => value.trim())
            .filter(Boolean),
        )
      }
    />
  );
}

type OneProps = Omit<ValueFieldsProps, "onChange"> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
};

function One({ question, field, disabled, label, value, onChange }: OneProps) {
  const shared = { "aria-label": label, value, disabled };
  const isDays = question.operator.endsWith("_days");
  if (field.options && !isDays && ["equals", "not_equals"].includes(question.operator))
    return (
      <Select {...shared} onChange={({ target }) => onChange(target.value)}>
        <option value="">Choose…</option>
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    );
  const isNumber = field.type === "number" || isDays;
  return (
    <Input
      {...shared}
      type={field.type === "time" && !isDays ? "date" : "text"}
      inputMode={isNumber ? "decimal" : undefined}
      placeholder={isDays ? "Days" : undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function Several({
  question,
  options,
  disabled,
  onChange,
}: ValueFieldsProps & { options: NonNullable<AskableField["options"]> }) {
  return (
    <div>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          disabled={disabled}
          checked={question.values.includes(value)}
          onChange={({ target }) =>
            onChange(
              options
                .map((option) => option.value)
                .filter((each) => (each === value ? target.checked : question.values.includes(each))),
            )
          }
        />
      ))}
    </div>
  );
}
