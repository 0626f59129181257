import type { Device } from "./device";
import type { Verdict } from "./judge";

/** How many of what, by a word. */
type Tally = Record<string, number>;

/** What a click adds to, or takes from, the count of its link and day. */
export type Count = {
  linkId: string;
  day: string;
  verdict: Verdict;
  clicks: number;
  countries: Tally;
  devices: Tally;
  referrers: Tally;
};

export type Countable = {
  linkId: string;
  at: number;
  country: string | null;
  device: Device;
  referrer: string;
};

/** What is not told is counted too, under these words. */
export const unknownCountry = "??";
export const noReferrer = "direct";

/** Adds up what changed: clicks that came, and clicks whose verdict did. */
export function tally(changes: { click: Countable; verdict: Verdict; by: 1 | -1 }[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { click, verdict, by } of changes) {
    const day = dayOf(click.at);
    const key = `${click.linkId} ${day} ${verdict}`;
    const count = counts.get(key) ?? emptyCount(click.linkId, day, verdict);
    counts.set(key, count);
    count.clicks += by;
    add(count.countries, click.country ?? unknownCountry, by);
    add(count.devices, click.device, by);
    add(count.referrers, click.referrer || noReferrer, by);
  }
  return [...counts.values()].filter((count) => count.clicks !== 0 || !isNothing(count));
}

export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function emptyCount(linkId: string, day: string, verdict: Verdict): Count {
  return { linkId, day, verdict, clicks: 0, countries: words(), devices: words(), referrers: words() };
}

/** A host may be called `__proto__`. */
function words(): Tally {
  return Object.create(null) as Tally; // safe: an object without anything in it
}

function add(to: Tally, word: string, by: number): void {
  const sum = (to[word] ?? 0) + by;
  if (sum === 0) delete to[word];
  else to[word] = sum;
}

function isNothing({ countries, devices, referrers }: Count): boolean {
  return [countries, devices, referrers].every((each) => Object.keys(each).length === 0);
}
