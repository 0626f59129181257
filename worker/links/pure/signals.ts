import { isRentedNetwork } from "./agents";

/** What a request tells besides its agent. Kept with the click, so that it can be judged again by better rules. */
export const signals = [
  "head",
  "prefetch",
  "no_language",
  "not_a_visit",
  "no_fetch_metadata",
  "rented_network",
] as const;
export type Signal = (typeof signals)[number];

export type Seen = {
  method: string;
  isSecure: boolean;
  userAgent: string;
  /** Who runs the network it came from, where that is told. */
  networkName: string | null;
  header(name: string): string | null;
};

export function signalsOf(seen: Seen): Signal[] {
  const found: [Signal, boolean][] = [
    ["head", seen.method === "HEAD"],
    ["prefetch", isAhead(seen)],
    ["no_language", !seen.header("accept-language")],
    ["not_a_visit", isPart(seen)],
    ["no_fetch_metadata", seen.isSecure && isRecentBrowser(seen) && !seen.header("sec-fetch-mode")],
    ["rented_network", isRentedNetwork(seen.networkName)],
  ];
  return found.filter(([, isSo]) => isSo).map(([signal]) => signal);
}

/** Fetched before anybody asked for it. */
function isAhead({ header }: Seen): boolean {
  const purpose = [header("sec-purpose"), header("purpose"), header("x-purpose"), header("x-moz")].join(" ");
  return /prefetch|prerender|preview/i.test(purpose);
}

/** Asked for as a picture, a script, or by a script: not by somebody who goes there. */
function isPart({ header }: Seen): boolean {
  const mode = header("sec-fetch-mode");
  return mode !== null && mode !== "navigate";
}

/** These browsers always say how an address was asked for, where the connection is secure. */
function isRecentBrowser({ userAgent }: Seen): boolean {
  const version = (sign: RegExp) => Number(sign.exec(userAgent)?.[1] ?? 0);
  return version(/Chrome\/(\d+)/) >= 90 || version(/Firefox\/(\d+)/) >= 95;
}
