import type { Touch } from "../lead";

/** “linkedin · social · office-coffee”, or where they came from. */
export function touchWords({ utm, referrer, landingUrl }: Touch): string {
  const campaign = [utm?.source, utm?.medium, utm?.campaign].filter(Boolean).join(" · ");
  return campaign || referrer || landingUrl || "";
}
