import { minorDigits } from "../../../../worker/leads/pure/money";
import type { CustomValue, LeadDetail, LeadLine, LeadsHouse, Money } from "../lead";
import type { Column } from "./columns";
import { numberIn } from "./number-in";

/** What a cell changes: how the row looks at once, and what the API is told. */
export type LeadChange = { shown: Partial<LeadLine>; body: Record<string, unknown> };

/** Texts that are what one types; of the first, nothing is there where they are empty. */
const nullable = ["email", "phone", "website"] as const;
const plain = ["jobTitle", "firstName", "lastName", "budget", "authority", "need", "timeline"] as const;
type Plain = (typeof nullable | typeof plain)[number];

function isPlain(key: string): key is Plain {
  return [...nullable, ...plain].some((each) => each === key);
}

/** The value of a cell as one types it. */
export function textOfCell(line: LeadLine | LeadDetail, { key, kind }: Column): string {
  if (isPlain(key)) return (line as Partial<LeadDetail>)[key] ?? ""; // safe: a line lacks some of them
  switch (key) {
    case "stage":
      return line.stageId;
    case "assignedTo":
      return line.assignedTo ?? "";
    case "value":
      return line.value ? String(line.value.amount / 10 ** minorDigits(line.value.currency)) : "";
  }
  const value = line.customFields[key.slice("custom.".length)] ?? null;
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  return kind === "date" && typeof value === "string" ? value.slice(0, 10) : String(value);
}

/** Nothing where the text is no such value; the words then say why. */
export function changeOf(
  line: LeadLine,
  column: Column,
  text: string,
  { stages, currency }: LeadsHouse,
): LeadChange | string {
  if (isPlain(column.key)) return plainChange(column.key, text);
  switch (column.key) {
    case "stage": {
      const stage = stages.find(({ id }) => id === text);
      if (!stage) return "There is no such stage.";
      return { shown: { stageId: stage.id, status: stage.status }, body: { stageId: stage.id } };
    }
    case "assignedTo":
      return { shown: { assignedTo: text || null }, body: { assignedTo: text || null } };
    case "value":
      return valueChange(line.value?.currency ?? currency, text);
  }
  return customChange(line, column, text);
}

function plainChange(key: Plain, text: string): LeadChange {
  const value = text === "" && nullable.some((each) => each === key) ? null : text;
  return { shown: { [key]: value }, body: { [key]: value } };
}

function valueChange(currency: string, text: string): LeadChange | string {
  if (text === "") return { shown: { value: null }, body: { value: null } };
  const amount = numberIn(text);
  if (amount === null || amount < 0) return "A value is a number, such as 1200 or 99.50.";
  const value: Money = { amount: Math.round(amount * 10 ** minorDigits(currency)), currency };
  return { shown: { value }, body: { value } };
}

function customChange(line: LeadLine, { key, kind, name }: Column, text: string): LeadChange | string {
  const field = key.slice("custom.".length);
  const value = customValueOf(kind, text);
  if (value === undefined) return `“${name}” is a number.`;
  return {
    shown: { customFields: { ...line.customFields, [field]: value } },
    body: { customFields: { [field]: value } },
  };
}

function customValueOf(kind: Column["kind"], text: string): CustomValue | undefined {
  if (text === "") return null;
  if (kind === "number") return numberIn(text) ?? undefined;
  if (kind === "boolean") return text === "true";
  if (kind === "multiselect")
    return text
      .split(",")
      .map((each) => each.trim())
      .filter(Boolean);
  return text;
}
