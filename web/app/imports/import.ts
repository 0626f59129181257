import type { components, operations } from "../../../sdk";

export type LeadImport = components["schemas"]["LeadImport"];
export type Plan = operations["runLeadImport"]["requestBody"]["content"]["application/json"];
export type Preview = operations["previewLeadImport"]["responses"]["200"]["content"]["application/json"];
export type PreviewAnswer = { preview: Preview } | { message: string };

/** What a column can become, as people say it. */
export const targets: { group: string; fields: [to: string, name: string][] }[] = [
  {
    group: "Who it is",
    fields: [
      ["firstName", "First name"],
      ["lastName", "Last name"],
      ["fullName", "Full name"],
      ["email", "Email"],
      ["phone", "Phone"],
      ["jobTitle", "Job title"],
      ["companyName", "Company"],
      ["website", "Website"],
      ["language", "Language"],
    ],
  },
  {
    group: "Where they are",
    fields: [
      ["street", "Street"],
      ["postalCode", "Postal code"],
      ["city", "City"],
      ["region", "Region"],
      ["country", "Country"],
    ],
  },
  {
    group: "What it is about",
    fields: [
      ["stage", "Stage"],
      ["source", "Source"],
      ["assignee", "Owner’s email"],
      ["tags", "Tags"],
      ["value", "Value"],
      ["currency", "Currency"],
      ["notes", "Notes"],
      ["budget", "Budget"],
      ["authority", "Who decides"],
      ["need", "Need"],
      ["timeline", "By when"],
      ["nextFollowUpAt", "Next follow-up"],
      ["lastContactedAt", "Last contacted"],
    ],
  },
];

export const newFields: [to: string, name: string][] = [
  ["new:text", "New field: text"],
  ["new:number", "New field: number"],
  ["new:date", "New field: date"],
  ["new:boolean", "New field: yes or no"],
  ["new:url", "New field: web address"],
];

const separatorNames: Record<string, string> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};
const encodingNames: Record<string, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

/** How a file was read, so that a wrong guess is seen at once. */
export function readAs({ separator, encoding }: Pick<LeadImport, "separator" | "encoding">): string {
  return `separated by ${separatorNames[separator] ?? separator}, in ${encodingNames[encoding] ?? encoding}`;
}

export const stateNames: Record<LeadImport["status"], string> = {
  uploading: "Coming in",
  ready: "Waiting for you",
  running: "Importing",
  completed: "Done",
  stopped: "Stopped",
  failed: "Failed",
  undoing: "Undoing",
  undone: "Undone",
};

/** The choices of the screen; a column that becomes nothing is an empty text. */
export type Choices = {
  hasHeader: boolean;
  columns: string[];
  duplicates: NonNullable<Plan["duplicates"]>;
  stageId: string;
  sourceId: string;
  assignedTo: string;
  tagId: string;
  currency: string;
  decimal: NonNullable<Plan["decimal"]>;
  dates: NonNullable<Plan["dates"]>;
  automations: boolean;
};

export function firstChoices({ columns, suggested }: LeadImport, currency: string): Choices {
  return {
    ...suggested,
    columns: columns.map(({ to }) => to ?? ""),
    duplicates: "skip",
    stageId: "",
    sourceId: "",
    assignedTo: "",
    tagId: "",
    currency,
    automations: false,
  };
}

export function planOf(choices: Choices, file: Pick<LeadImport, "columns">): Plan {
  const { columns, stageId, sourceId, assignedTo, tagId, ...rest } = choices;
  return {
    ...rest,
    stageId: stageId || null,
    sourceId: sourceId || null,
    assignedTo: assignedTo || null,
    tagIds: tagId ? [tagId] : [],
    columns: columns.flatMap((to, column): Plan["columns"] => {
      if (to === "") return [];
      if (!to.startsWith("new:")) return [{ column, to }];
      const label = file.columns[column]?.name.slice(0, 60) || `Column ${column + 1}`;
      return [{ column, newField: { label, type: to.slice("new:".length) as NewFieldType } }]; // safe: one of `newFields`
    }),
  };
}

type NewFieldType = NonNullable<Plan["columns"][number]["newField"]>["type"];

/** Two columns cannot become the same. */
export function takenTwice(columns: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(
    columns.filter((to) => {
      if (to === "" || to.startsWith("new:")) return false;
      if (seen.has(to)) return true;
      seen.add(to);
      return false;
    }),
  );
}
