import type { Definition, Field } from "../definition";

export type SpamReason =
  | "honeypot"
  | "too_fast"
  | "replayed"
  | "challenge_failed"
  | "disposable_address"
  | "repeated"
  | "too_many_links"
  | "odd_characters"
  | "too_many_from_network"
  | "marked";

export type Submission = {
  id: string;
  state: "inbox" | "spam";
  number: number | null;
  spamReason: SpamReason | null;
  flags: ("limiter_down" | "challenge_down" | "no_time_stamp")[];
  leadId: string | null;
  answers: Record<string, unknown>;
  consents: { key: string; text: string; isGiven: boolean }[];
  awaitsConfirmation: boolean;
  confirmedAt: string | null;
  origin: {
    via: "page" | "embed" | "api";
    page: string | null;
    referrer: string | null;
    language: string | null;
    network: string | null;
    utm: Record<string, string>;
  };
  hasFiles: boolean;
  createdAt: string;
};

export type SubmittedFile = {
  id: string;
  fieldKey: string;
  name: string;
  type: string;
  bytes: number;
  url: string;
};

export type Summary = {
  kept: number;
  spam: { count: number; isExact: boolean };
  lookedAt: number;
  drafts: { begun: number; sent: number };
  questions: {
    key: string;
    label: string;
    answered: number;
    values: { value: string; label: string; count: number }[];
    average: number | null;
    leftHere: number;
  }[];
};

export const reasonWords: Record<SpamReason, string> = {
  honeypot: "Filled in a field that people do not see",
  too_fast: "Sent faster than anybody types",
  replayed: "The same page was sent too often",
  challenge_failed: "Did not pass the challenge",
  disposable_address: "An address that is thrown away",
  repeated: "The same text came many times",
  too_many_links: "More links than words",
  odd_characters: "Characters that nobody types",
  too_many_from_network: "Too many from one place",
  marked: "Marked by a person",
};

export const flagWords: Record<Submission["flags"][number], string> = {
  limiter_down: "The limiter could not be asked, so it was kept.",
  challenge_down: "The challenge could not be asked, so it was kept.",
  no_time_stamp: "It came without the page's own mark.",
};

export const viaWords: Record<Submission["origin"]["via"], string> = {
  page: "The form's own page",
  embed: "Your site",
  api: "The API",
};

/** An answer as one reads it. */
export function sayAnswer(value: unknown, field: Field | undefined): string {
  if (Array.isArray(value)) return value.map((each) => sayAnswer(each, field)).join(", ");
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return field?.options?.find((option) => option.value === value)?.label ?? value;
  if (typeof value === "object" && value !== null)
    return Object.values(value)
      .filter((part) => typeof part === "string" && part !== "")
      .join(", ");
  return "";
}

/** Who sent it, as far as it tells: the name, else the address, else the first words. */
export function whoSent({ answers }: Submission, { fields }: Definition): string | null {
  const mapped = (target: string) => fields.find(({ mapsTo }) => mapsTo === target);
  const [first, last] = ["lead.firstName", "lead.lastName"].map((target) => said(mapped(target), answers));
  const name = said(mapped("lead.name"), answers) || [first, last].filter(Boolean).join(" ");
  const email = said(mapped("lead.email") ?? fields.find(({ type }) => type === "email"), answers);
  const text = fields.map((field) => (field.type === "short_text" ? said(field, answers) : "")).find(Boolean);
  return name || email || text || null;
}

/** What else it says, in one line: how to reach them and where they work, then whatever speaks without its question. */
export function restOf(submission: Submission, definition: Definition): string {
  const who = whoSent(submission, definition);
  const told = definition.fields
    .toSorted((a, b) => Number(contacts.has(b.mapsTo ?? "")) - Number(contacts.has(a.mapsTo ?? "")))
    .filter(({ type, mapsTo }) => !silent.has(type) && !names.has(mapsTo ?? ""))
    .map((field) => said(field, submission.answers))
    .filter((words) => words !== "" && words !== who);
  return told.slice(0, 5).join(" · ");
}

const silent = new Set(["consent", "hidden", "file", "number", "rating", "scale", "yes_no", "date"]);
const contacts = new Set(["lead.email", "company.name"]);
/** They stand above, in the name. */
const names = new Set(["lead.name", "lead.firstName", "lead.lastName"]);

function said(field: Field | undefined, answers: Submission["answers"]): string {
  return field ? sayAnswer(answers[field.key], field) : "";
}
