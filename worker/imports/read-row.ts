import { type CustomFieldShape, type CustomInput, minorDigits, type ReadRow } from "../leads";
import type { Plan } from "./plan";
import type { OwnTarget } from "./guess";
import { readMoney, readNumber, readText, readTime, readYesNo } from "./pure/read-value";

export type Reading = Pick<Plan, "currency" | "decimal" | "dates"> & {
  columns: { column: number; to: string }[];
  fields: readonly CustomFieldShape[];
};

const addressParts = new Set(["street", "city", "region", "postalCode", "country"]);

/** A row of the file as what the plan says its columns are; what cannot be read is said, not guessed. */
export function readRow(reading: Reading, row: number, cells: readonly string[]): ReadRow {
  const read: ReadRow = {
    row,
    fields: {},
    customFields: {},
    tags: [],
    source: "",
    stage: "",
    assignee: "",
    faults: [],
  };
  const said = new Map<string, string>();
  for (const { column, to } of reading.columns) {
    const text = readText(cells[column]);
    if (text === "") continue;
    said.set(to, text);
    if (to.startsWith("custom.")) readCustom(reading, to.slice("custom.".length), text, read.customFields);
    else readOwn(reading, to as OwnTarget, text, read); // safe: a plan's targets were checked
  }
  const name = said.get("fullName");
  if (name) read.fields = { ...namesOf(name), ...read.fields };
  const value = said.get("value");
  if (value) readValue(reading, value, said.get("currency"), read);
  return read;
}

function readOwn({ dates }: Reading, to: OwnTarget, text: string, read: ReadRow): void {
  if (addressParts.has(to))
    read.fields["address"] = { ...(read.fields["address"] as object | undefined), [to]: text }; // safe: only this line sets it
  else if (to === "stage" || to === "source" || to === "assignee") read[to] = text;
  else if (to === "tags") read.tags = listOf(text);
  else if (to === "website") read.fields[to] = withScheme(text);
  else if (to === "email") read.fields[to] = text.replace(/^mailto:/i, "");
  else if (to === "nextFollowUpAt" || to === "lastContactedAt") {
    const time = readTime(text, dates);
    if (time === null) read.faults.push({ field: to, detail: "Give a day, such as 2026-05-01." });
    else read.fields[to] = time;
  } else if (to !== "fullName" && to !== "value" && to !== "currency") read.fields[to] = text;
}

function readValue(
  { currency, decimal }: Reading,
  text: string,
  named: string | undefined,
  read: ReadRow,
): void {
  const money = readMoney(text, decimal);
  if (money === null) {
    read.faults.push({ field: "value", detail: "Give an amount, such as 1200.50." });
    return;
  }
  const unit = (named ?? money.currency ?? currency).toLowerCase();
  read.fields["value"] = { amount: Math.round(money.amount * 10 ** minorDigits(unit)), currency: unit };
}

/** What is no value of its field is handed on as it stands: the field's own rule then says what it wants. */
function readCustom({ fields, decimal, dates }: Reading, key: string, text: string, into: CustomInput): void {
  const field = fields.find((each) => each.key === key);
  const option = (said: string) =>
    field?.options.find((each) => each.toLowerCase() === said.toLowerCase()) ?? said;
  switch (field?.type) {
    case "number":
      into[key] = readNumber(text, decimal) ?? text;
      return;
    case "boolean":
      into[key] = readYesNo(text) ?? text;
      return;
    case "date":
      into[key] = readTime(text, dates)?.slice(0, 10) ?? text;
      return;
    case "select":
      into[key] = option(text);
      return;
    case "multiselect":
      into[key] = listOf(text).map(option);
      return;
    case "url":
      into[key] = withScheme(text);
      return;
    default:
      into[key] = text;
  }
}

function listOf(text: string): string[] {
  const items = text.split(/[;,|]/).map((item) => item.trim().slice(0, 60));
  return [...new Set(items.filter((item) => item !== ""))].slice(0, 50);
}

function withScheme(text: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
}

/** “Ada Lovelace”, or “Lovelace, Ada”. */
function namesOf(name: string): { firstName: string; lastName: string } {
  const [before, ...after] = name.split(",").map((part) => part.trim());
  if (after.length > 0) return { firstName: after.join(", "), lastName: before ?? "" };
  const words = name.split(/\s+/);
  return words.length === 1
    ? { firstName: name, lastName: "" }
    : { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? "" };
}
