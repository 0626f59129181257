import { type Checked, fault, invalid } from "./fault";
import type { Field } from "./form";

export function checkOne(raw: unknown, { options = [] }: Field): Checked {
  if (typeof raw !== "string") return invalid;
  return options.some(({ value }) => value === raw) ? { value: raw } : fault("not_an_option");
}

export const mostFiles = 5;

/** Several options, or several files by their ids; twice the same is once. */
export function checkMany(raw: unknown, { type, options = [], rules = {} }: Field): Checked {
  const given: unknown[] = Array.isArray(raw) ? raw : [raw];
  const chosen = new Set<string>();
  for (const each of given) {
    if (typeof each !== "string") return invalid;
    if (each === "") continue;
    const isKnown =
      type === "file" ? /^fil_[0-9a-z]{24}$/.test(each) : options.some(({ value }) => value === each);
    if (!isKnown) return fault("not_an_option");
    chosen.add(each);
  }
  const min = rules.minChoices ?? 0;
  const max = type === "file" ? (rules.maxFiles ?? 1) : (rules.maxChoices ?? options.length);
  if (chosen.size === 0) return { value: null };
  if (chosen.size < min) return fault("too_few", { min });
  return chosen.size > max ? fault("too_many", { max }) : { value: [...chosen] };
}

/** Stars and scales. */
export function checkWhole(raw: unknown, field: Field): Checked {
  const value = typeof raw === "string" && /^-?\d{1,3}$/.test(raw.trim()) ? Number(raw) : raw;
  if (typeof value !== "number") return typeof raw === "string" ? fault("not_an_option") : invalid;
  const { min, max } = stepsOf(field);
  return Number.isInteger(value) && value >= min && value <= max ? { value } : fault("not_an_option");
}

export function stepsOf({ type, rules = {} }: Pick<Field, "type" | "rules">): { min: number; max: number } {
  if (type === "rating") return { min: 1, max: rules.max ?? 5 };
  return { min: rules.min ?? 0, max: rules.max ?? 10 };
}

export function checkYesNo(raw: unknown): Checked {
  if (typeof raw === "boolean") return { value: raw };
  if (typeof raw !== "string") return invalid;
  const word = raw.trim().toLowerCase();
  if (["yes", "true", "on", "1"].includes(word)) return { value: true };
  return ["no", "false", "off", "0"].includes(word) ? { value: false } : fault("not_an_option");
}

/** Only a clear yes is one. */
export function checkConsent(raw: unknown): Checked {
  const answer = checkYesNo(raw);
  return { value: "value" in answer && answer.value === true };
}
