import { sayWay } from "../../../../worker/leads/pure/touch-words";
import type { Touch } from "../lead";

/** “LinkedIn, campaign “office-coffee””, or where they landed. */
export function touchWords({ utm, referrer, landingUrl }: Touch): string {
  const words = sayWay({ ...utm, referrer }) || landingUrl || "";
  return words.charAt(0).toUpperCase() + words.slice(1);
}
