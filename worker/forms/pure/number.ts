import { type Checked, fault, invalid } from "./fault";
import type { At, Field } from "./form";

export function checkNumber(raw: unknown, { rules = {} }: Field, { language = "en" }: At): Checked {
  if (typeof raw !== "number" && typeof raw !== "string") return invalid;
  const value = typeof raw === "number" ? raw : parseNumber(raw, language);
  if (!Number.isFinite(value)) return fault("not_number");
  if (rules.isWhole && !Number.isSafeInteger(value)) return fault("not_whole");
  if (rules.min !== undefined && value < rules.min) return fault("too_small", { min: rules.min });
  if (rules.max !== undefined && value > rules.max) return fault("too_large", { max: rules.max });
  // Negative zero would be written as zero.
  return { value: value + 0 };
}

/** As people write it: `1,234.5` in English, `1.234,5` in German; one point alone is always the decimal one. */
function parseNumber(text: string, language: string): number {
  const plain = text.replaceAll(/[\s'’\u00A0\u202F]/g, "");
  if (!/^[-+]?[\d.,]*\d[\d.,]*$/.test(plain)) return Number.NaN;
  const decimal = decimalOf(plain, language);
  const thousands = decimal === "." ? "," : ".";
  const [whole = "", ...rest] = plain.replaceAll(thousands, "").split(decimal);
  return rest.length > 1
    ? Number.NaN
    : Number(rest.length === 1 ? `${whole || "0"}.${rest[0] || "0"}` : whole);
}

function decimalOf(text: string, language: string): string {
  const [comma, point] = [text.lastIndexOf(","), text.lastIndexOf(".")];
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  if (point >= 0) return text.indexOf(".") === point ? "." : ",";
  return comma >= 0 && (text.indexOf(",") !== comma || !usesComma(language)) ? "." : ",";
}

function usesComma(language: string): boolean {
  return !/^(?:en|zh|ja|ko|he|hi|th|ar)/.test(language);
}
