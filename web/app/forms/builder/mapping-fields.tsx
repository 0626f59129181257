import { Switch } from "~/components/ui/switch";
import type { Field, FieldType } from "../definition";
import { useBuilder } from "./builder-context";
import { PanelPart, SelectRow } from "./rows";

export type CustomField = { key: string; label: string };

const nothing = { value: "", name: "Only with the answers" };

/** Where an answer goes besides the inbox, and whether an address may bring it along. */
export function MappingFields({
  field,
  customFields,
}: {
  field: Field;
  customFields: readonly CustomField[];
}) {
  const { definition, changeField, editable } = useBuilder();
  const taken = new Set(definition.fields.flatMap((each) => (each === field ? [] : (each.mapsTo ?? []))));
  const options = [nothing, ...targetsOf(field.type, customFields).filter(({ value }) => !taken.has(value))];
  const known = options.some(({ value }) => value === (field.mapsTo ?? ""));
  return (
    <PanelPart title="Where the answer goes">
      {options.length > 1 && (
        <SelectRow
          label="Kept as"
          value={field.mapsTo ?? ""}
          disabled={!editable}
          options={
            known ? options : [...options, { value: field.mapsTo ?? "", name: "A field that is gone" }]
          }
          onChange={(mapsTo) => changeField(field.key, { mapsTo })}
        />
      )}
      {canBePrefilled(field.type) && (
        <Switch
          label="May come with the address"
          hint={
            <>
              Such as <code className="font-mono break-all">?{field.key}=…</code>
            </>
          }
          checked={field.canPrefill ?? false}
          disabled={!editable}
          onChange={({ target }) => changeField(field.key, { canPrefill: target.checked })}
        />
      )}
    </PanelPart>
  );
}

function canBePrefilled(type: FieldType): boolean {
  return type !== "file" && type !== "consent" && type !== "address";
}

const ofText = [
  { value: "lead.name", name: "Name of the lead" },
  { value: "lead.firstName", name: "First name" },
  { value: "lead.lastName", name: "Last name" },
  { value: "lead.jobTitle", name: "Job title" },
  { value: "company.name", name: "Company" },
  { value: "company.industry", name: "Industry of the company" },
  { value: "company.size", name: "Size of the company" },
  { value: "lead.budget", name: "Budget" },
  { value: "lead.authority", name: "Who decides" },
  { value: "lead.need", name: "Need" },
  { value: "lead.timeline", name: "By when" },
];

const ofType: Partial<Record<FieldType, { value: string; name: string }[]>> = {
  email: [{ value: "lead.email", name: "Email of the lead" }],
  phone: [{ value: "lead.phone", name: "Phone of the lead" }],
  url: [{ value: "company.website", name: "Website of the company" }],
  short_text: ofText,
  long_text: ofText.slice(-4),
  hidden: ofText,
  single_choice: ofText.slice(5),
  dropdown: ofText.slice(5),
  number: ofText.slice(6, 8),
  consent: [{ value: "lead.consent", name: "Consent of the lead" }],
};

function targetsOf(type: FieldType, customFields: readonly CustomField[]) {
  return [
    ...(ofType[type] ?? []),
    ...customFields.map(({ key, label }) => ({ value: `custom.${key}`, name: label })),
  ];
}
