import type { Answer, Field } from "../forms";

/** As the form's own words say it. */
export function sayAnswer({ options, type }: Field, answer: Answer): string {
  const label = (value: string) => options?.find((option) => option.value === value)?.label ?? value;
  if (typeof answer === "boolean")
    return type === "consent" ? (answer ? "Agreed" : "Not agreed") : answer ? "Yes" : "No";
  if (Array.isArray(answer)) return answer.map(label).join(", ");
  if (typeof answer === "object") return Object.values(answer).join(", ");
  return typeof answer === "string" ? label(answer) : String(answer);
}
