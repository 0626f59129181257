import "~/schemas/without-eval";
import * as z from "zod";
import { formatPostingTimes, parsePostingTimes } from "./posting-times";

export type Option = { value: string; name: string };

/** How one field of the profile is written in a form. Its path is its name: `audienceDemographics_age` is the age in there. */
export type ProfileField = {
  name: string;
  label: string;
  hint?: string;
  /** What stands in the profile where the form has nothing; inside an object it is left out instead. */
  nullable?: boolean;
  wide?: boolean;
} & (
  | { kind: "line" | "text"; longest: number; required?: boolean }
  | { kind: "lines"; most: number; longest: number }
  | { kind: "choice"; options: Option[] | "languages" | "zones" }
  | { kind: "several"; options: Option[] }
  | { kind: "colour" | "address" | "times" }
);

/** The words of a form, each checked as the API will check it, so that what is wrong is said beside its field. */
export function schemaOf(fields: ProfileField[]) {
  return z.object(Object.fromEntries(fields.map((field) => [field.name, shapeOf(field)])));
}

function shapeOf(field: ProfileField): z.ZodType {
  switch (field.kind) {
    case "line":
    case "text": {
      const shape = z.string("This cannot be empty.").trim().max(field.longest, tooLong(field.longest));
      return field.required ? shape : shape.optional();
    }
    case "lines":
      return z
        .string()
        .superRefine((text, issues) => {
          const lines = linesOf(text);
          const add = (message: string) => issues.addIssue({ code: "custom", message });
          if (lines.length > field.most) add(`Use at most ${field.most} lines.`);
          if (lines.some((line) => line.length > field.longest)) add(`A line is ${tooLong(field.longest)}`);
        })
        .optional();
    case "several":
      return z.array(z.string()).optional();
    case "choice":
      return z.string().optional();
    case "colour":
      return z
        .string()
        .trim()
        .regex(/^#[0-9a-f]{6}$/i, "Enter a colour like #0f766e.")
        .optional();
    case "address":
      return z.string().trim().refine(isAddress, "Enter an address like https://example.com.").optional();
    case "times":
      return z
        .string()
        .refine((text) => parsePostingTimes(text) !== null, "Write days and times like “Mon–Fri 09:30”.")
        .optional();
  }
}

function tooLong(longest: number): string {
  return `Use at most ${longest} characters.`;
}

/** What a form says, as the API takes it: each field of the profile as a whole. */
export function changeOf(fields: ProfileField[], typed: Record<string, unknown>): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field, typed[field.name]);
    const [outer = field.name, inner] = field.name.split("_");
    if (inner === undefined) change[outer] = value;
    // safe: an outer field is only ever made here
    else change[outer] = { ...(change[outer] as object), ...(isEmpty(value) ? {} : { [inner]: value }) };
  }
  return change;
}

function valueOf(field: ProfileField, typed: unknown): unknown {
  if (field.kind === "several") return Array.isArray(typed) ? typed : [];
  const text = typeof typed === "string" ? typed.replaceAll("\r\n", "\n").trim() : "";
  if (field.kind === "lines") return linesOf(text);
  if (field.kind === "times") return parsePostingTimes(text) ?? [];
  return text === "" && field.nullable ? null : text;
}

/** What the profile says, as a form shows it. */
export function typedOf(fields: ProfileField[], profile: object): Record<string, string | string[]> {
  return Object.fromEntries(fields.map((field) => [field.name, textOf(field, read(profile, field.name))]));
}

function textOf(field: ProfileField, value: unknown): string | string[] {
  if (field.kind === "times") return formatPostingTimes(value);
  if (field.kind === "several") return Array.isArray(value) ? value.map(String) : [];
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "string" ? value : "";
}

function read(profile: object, name: string): unknown {
  return name.split("_").reduce<unknown>((value, key) => {
    // safe: only own data of an answer is read, whatever it holds
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }, profile);
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function isEmpty(value: unknown): boolean {
  return value === "" || value === null || (Array.isArray(value) && value.length === 0);
}

function isAddress(text: string): boolean {
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  const isHost = url !== null && (url.hostname === "localhost" || /[.:]/.test(url.hostname));
  return isHost && !url.username;
}
