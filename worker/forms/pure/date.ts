import { type Checked, fault, invalid } from "./fault";
import type { At, Field } from "./form";

const day = 24 * 60 * 60 * 1000;
/** Somewhere it is still yesterday, and somewhere tomorrow already: `today` means today anywhere. */
const behind = day / 2;
const ahead = (14 / 24) * day;

export function checkDate(raw: unknown, { rules = {} }: Field, { now }: At): Checked {
  if (typeof raw !== "string") return invalid;
  const value = raw.trim();
  if (!isDate(value)) return fault("not_date");
  const earliest = rules.earliest === "today" ? toDate(now - behind) : rules.earliest;
  if (earliest && value < earliest) return fault("too_early", { date: earliest });
  const latest = rules.latest === "today" ? toDate(now + ahead) : rules.latest;
  return latest && value > latest ? fault("too_late", { date: latest }) : { value };
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && toDate(time) === text;
}

function toDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
