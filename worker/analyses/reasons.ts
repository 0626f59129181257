import { DomainError } from "../kernel/errors";
import { ProviderError } from "../kernel/ports";

/** Why a website was not read, in words for whoever typed its address. */
const reasons = {
  robots_refused: "The website asks programs not to read it (robots.txt), so we did not.",
  robots_unavailable: "The website did not say whether programs may read it, so we did not.",
  site_forbidden: "The website does not let us in: it asks for a password or turns programs away.",
  page_missing: "There is no page at this address.",
  site_busy: "The website is busy and asked us to come back later.",
  site_broken: "The website answered with an error of its own.",
  not_a_page: "The address does not lead to a web page.",
  nothing_to_read:
    "The page holds hardly any text. It may be made by scripts in the browser, or still be empty.",
} as const;

export type SiteReason = keyof typeof reasons;

export class SiteUnreadable extends Error {
  constructor(
    readonly code: SiteReason,
    options?: { cause?: unknown },
  ) {
    super(reasons[code], options);
  }
}

const checkAddress = "Check the address, or describe the business by hand.";
const tryLater = "Try again in a few minutes, or describe the business by hand.";
const byHand = "Describe the business by hand instead.";

const advice: Record<string, string> = {
  robots_refused: "Allow “Tributary” in robots.txt, or describe the business by hand.",
  robots_unavailable: tryLater,
  site_forbidden: byHand,
  site_busy: tryLater,
  site_broken: tryLater,
  timed_out: tryLater,
  unreachable: byHand,
  cut_off: tryLater,
  dns_failed: tryLater,
  too_large: "Give the address of a smaller page, or describe the business by hand.",
  nothing_to_read:
    "Give the address of a page with text, such as “About us”, or describe the business by hand.",
  plan_limit: "Change the plan, wait for the next month, or describe the business by hand.",
  spend_cap_reached: "Raise the budget, or describe the business by hand.",
  analysis_stopped: "Try again. Nothing was used of your plan.",
  unexpected: "Try again. Nothing was used of your plan.",
};

/** What to do about it; describing by hand is always a way on. */
export function adviceOn(code: string): string {
  return advice[code] ?? checkAddress;
}

export function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof SiteUnreadable || error instanceof ProviderError)
    return { code: error.code === "type_not_allowed" ? "not_a_page" : error.code, message: wordsOf(error) };
  if (error instanceof DomainError) return { code: error.reason, message: error.message };
  return { code: "unexpected", message: "An unexpected error stopped this." };
}

function wordsOf(error: SiteUnreadable | ProviderError): string {
  return error.code === "type_not_allowed" ? reasons.not_a_page : error.message;
}
