import { Radio } from "~/components/ui/checkbox";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { Switch } from "~/components/ui/switch";
import type { LeadsHouse, Named } from "~/leads/lead";
import type { Choices } from "./import";

type RuleFieldsProps = { house: LeadsHouse; choices: Choices; onChoices(change: Partial<Choices>): void };

const doubles = [
  ["skip", "Leave them as they are", "Rows about somebody who is a lead already are passed over."],
  [
    "update",
    "Bring them up to date",
    "What the file says takes the place of what is there; what it leaves empty stays.",
  ],
  ["create", "Add them all the same", "There will be two of them, which you can merge later."],
] as const;

const currencies: Named[] = [
  "usd",
  "eur",
  "gbp",
  "chf",
  "jpy",
  "sek",
  "nok",
  "dkk",
  "pln",
  "cad",
  "aud",
  "inr",
].map((code) => ({ id: code, name: code.toUpperCase() }));

export function RuleFields({ house, choices, onChoices }: RuleFieldsProps) {
  return (
    <div className="grid max-w-2xl gap-5">
      <fieldset>
        <legend className="mb-1 font-medium">Leads you have already</legend>
        {doubles.map(([value, label, hint]) => (
          <Radio
            key={value}
            name="duplicates"
            label={label}
            hint={hint}
            checked={choices.duplicates === value}
            onChange={() => onChoices({ duplicates: value })}
          />
        ))}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        {fieldsOf(house).map(({ name, ...field }) => (
          <Chosen
            key={name}
            id={name}
            {...field}
            value={choices[name]}
            onValue={(value) => onChoices({ [name]: value })}
          />
        ))}
      </div>
      <Switch
        label="Set off automations"
        hint="Each new lead is given out by your assignment rules and announced, as if it had come by itself. Usually not wanted for a list of old contacts."
        checked={choices.automations}
        onChange={({ target }) => onChoices({ automations: target.checked })}
      />
    </div>
  );
}

type ChosenName = "stageId" | "assignedTo" | "sourceId" | "tagId" | "currency" | "decimal" | "dates";
type ChosenField = { name: ChosenName; label: string; none?: string; all: readonly Named[] };

function fieldsOf({ stages, colleagues, sources, tags, mayAssign, currency }: LeadsHouse): ChosenField[] {
  return [
    { name: "stageId", label: "Stage", none: "The first one", all: stages },
    ...(mayAssign ? [{ name: "assignedTo" as const, label: "Owner", none: "Nobody", all: colleagues }] : []),
    { name: "sourceId", label: "Source", none: "Import", all: sources },
    { name: "tagId", label: "Tag", none: "None", all: tags },
    { name: "currency", label: "Currency", all: withUsual(currency) },
    { name: "decimal", label: "Numbers", all: decimals },
    { name: "dates", label: "Dates with slashes", all: orders },
  ];
}

function withUsual(currency: string): Named[] {
  const isKnown = currencies.some(({ id }) => id === currency);
  return isKnown ? currencies : [{ id: currency, name: currency.toUpperCase() }, ...currencies];
}

const decimals: Named[] = [
  { id: "point", name: "1,234.50" },
  { id: "comma", name: "1.234,50" },
];
const orders: Named[] = [
  { id: "dmy", name: "31/12/2026" },
  { id: "mdy", name: "12/31/2026" },
];

type ChosenProps = {
  id: string;
  label: string;
  none?: string;
  all: readonly Named[];
  value: string;
  onValue(value: string): void;
};

function Chosen({ id, label, none, all, value, onValue }: ChosenProps) {
  return (
    <Field id={id} label={label}>
      {(control) => (
        <Select {...control} value={value} onChange={({ target }) => onValue(target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {all.map(({ id: option, name }) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
