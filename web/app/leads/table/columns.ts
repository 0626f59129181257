import type { CustomField, CustomFieldType, LeadsHouse } from "../lead";

export type ColumnKind =
  | "name"
  | "stage"
  | "company"
  | "person"
  | "source"
  | "tags"
  | "score"
  | "money"
  | "time"
  | "next"
  | CustomFieldType;

export type Column = {
  key: string;
  name: string;
  kind: ColumnKind;
  /** In pixels, until somebody draws it wider. */
  width: number;
  /** What the API calls the order by it; absent where it cannot be sorted by. */
  sort?: string;
  /** Changed in place. */
  isEditable?: boolean;
  options?: readonly string[];
};

/** As chosen for a view: which, in which order, how wide. */
export type ColumnChoice = { key: string; width: number };

export const narrowest = 64;
export const widest = 640;
export const defaultColumns = [
  "name",
  "stage",
  "company",
  "value",
  "assignedTo",
  "nextAction",
  "source",
  "tags",
  "createdAt",
];

const own: Column[] = [
  { key: "name", name: "Name", kind: "name", width: 220, sort: "name" },
  { key: "stage", name: "Stage", kind: "stage", width: 136, isEditable: true },
  { key: "company", name: "Company", kind: "company", width: 190 },
  { key: "value", name: "Value", kind: "money", width: 112, sort: "value", isEditable: true },
  { key: "assignedTo", name: "Owner", kind: "person", width: 150, isEditable: true },
  { key: "source", name: "Source", kind: "source", width: 150 },
  { key: "tags", name: "Tags", kind: "tags", width: 190 },
  { key: "createdAt", name: "Created", kind: "time", width: 124, sort: "createdAt" },
  { key: "score", name: "Score", kind: "score", width: 84, sort: "score" },
  { key: "nextAction", name: "Next step", kind: "next", width: 240 },
  { key: "jobTitle", name: "Job title", kind: "text", width: 160, isEditable: true },
  { key: "nextFollowUpAt", name: "Next follow-up", kind: "time", width: 140, sort: "nextFollowUpAt" },
  { key: "lastContactedAt", name: "Last contacted", kind: "time", width: 140 },
  { key: "stageSince", name: "In stage since", kind: "time", width: 140 },
  { key: "updatedAt", name: "Changed", kind: "time", width: 124, sort: "updatedAt" },
];
const contact: Column[] = [
  { key: "email", name: "Email", kind: "email", width: 220, isEditable: true },
  { key: "phone", name: "Phone", kind: "phone", width: 150, isEditable: true },
];

/** Every column this person may see here. */
export function columnsOf({ fields, mayContact }: Pick<LeadsHouse, "fields" | "mayContact">): Column[] {
  return [...own, ...(mayContact ? contact : []), ...fields.map(columnOfField)];
}

function columnOfField({ key, label, type, options, isFilterable }: CustomField): Column {
  const isSortable = isFilterable && type !== "multiselect" && type !== "long_text";
  return {
    key: `custom.${key}`,
    name: label,
    kind: type,
    width: type === "number" || type === "boolean" ? 110 : 160,
    isEditable: true,
    options,
    ...(isSortable ? { sort: `custom.${key}` } : {}),
  };
}

/** The columns of a view that are still there; a view of which nothing is left shows what every view begins with. */
export function shown(
  choices: readonly ColumnChoice[],
  columns: readonly Column[],
): (Column & ColumnChoice)[] {
  const found = choices.flatMap(({ key, width }) => {
    const column = columns.find((each) => each.key === key);
    return column ? [{ ...column, width: clampWidth(width || column.width) }] : [];
  });
  return found.length > 0
    ? found
    : shown(
        defaultColumns.map((key) => ({ key, width: 0 })),
        columns,
      );
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}

/** `name:220` as it stands in an address and in a saved view; without a width the column's own. */
export function choiceOf(text: string): ColumnChoice {
  const [key = "", width = "0"] = text.split(":");
  return { key, width: Number(width) || 0 };
}

export function textOfChoice({ key, width }: ColumnChoice): string {
  return width > 0 ? `${key}:${width}` : key;
}
