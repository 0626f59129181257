import { machineOf } from "./agents";
import type { Signal } from "./signals";

export type Verdict = "human" | "suspect" | "bot";
export type Judgement = { verdict: Verdict; reason: ClickReason };

export const clickReasons = [
  "looks_human",
  "head_request",
  "prefetch",
  "known_agent",
  "no_agent",
  "burst_of_links",
  "burst_of_networks",
  "repeated",
  "not_a_visit",
  "rented_network",
  "unlike_a_browser",
  "by_hand",
] as const;
export type ClickReason = (typeof clickReasons)[number];

export type ClickSeen = {
  clickId: string;
  linkId: string;
  at: number;
  visitorId: string | null;
  userAgent: string;
  signals: readonly string[];
};

/** How far clicks may lie apart and still be one burst. */
export const burstMs = 10_000;
const closeMs = 5_000;
const linksOfBurst = 3;
const networksOfBurst = 3;
const timesRepeated = 4;

/**
 * Each click by itself, then together with its neighbours. Nothing here knows an address or keeps a list of them: only
 * what requests say, and how close they come. Who is judged wrongly can be judged again: the signals are kept.
 */
export function judgeAll(clicks: readonly ClickSeen[]): Map<string, Judgement> {
  const judged = new Map(clicks.map((click) => [click.clickId, judgeOne(click)]));
  const worsen = (some: ClickSeen[], verdict: Verdict, reason: ClickReason) => {
    for (const { clickId } of some) {
      const now = judged.get(clickId);
      if (now && isWorse(verdict, now.verdict)) judged.set(clickId, { verdict, reason });
    }
  };
  for (const some of burstsOfLinks(clicks)) worsen(some, "bot", "burst_of_links");
  for (const some of burstsOfNetworks(clicks)) worsen(some, "bot", "burst_of_networks");
  for (const some of repetitions(clicks)) worsen(some, "suspect", "repeated");
  return judged;
}

const rank: Record<Verdict, number> = { human: 0, suspect: 1, bot: 2 };

export function isWorse(verdict: Verdict, than: Verdict): boolean {
  return rank[verdict] > rank[than];
}

function judgeOne({ userAgent, signals }: ClickSeen): Judgement {
  const has = (signal: Signal) => signals.includes(signal);
  if (has("head")) return { verdict: "bot", reason: "head_request" };
  if (has("prefetch")) return { verdict: "bot", reason: "prefetch" };
  if (userAgent.trim() === "") return { verdict: "bot", reason: "no_agent" };
  if (machineOf(userAgent) !== null) return { verdict: "bot", reason: "known_agent" };
  if (has("not_a_visit")) return { verdict: "suspect", reason: "not_a_visit" };
  if (has("no_language") || has("no_fetch_metadata"))
    return { verdict: "suspect", reason: "unlike_a_browser" };
  if (has("rented_network")) return { verdict: "suspect", reason: "rented_network" };
  return { verdict: "human", reason: "looks_human" };
}

/** One visitor opens several links at once: a scanner that walks through a mail. */
function burstsOfLinks(clicks: readonly ClickSeen[]): ClickSeen[][] {
  return windowsOf(byVisitor(clicks), closeMs).filter(
    (some) => new Set(some.map(({ linkId }) => linkId)).size >= linksOfBurst,
  );
}

/** One link is opened from several networks at once by what calls itself the same and does not quite act as a browser. */
function burstsOfNetworks(clicks: readonly ClickSeen[]): ClickSeen[][] {
  const doubtful = clicks.filter(
    ({ signals, visitorId }) => visitorId !== null && signals.some((signal) => hints.has(signal)),
  );
  const alike = [...Map.groupBy(doubtful, ({ linkId, userAgent }) => `${linkId} ${userAgent}`).values()];
  return windowsOf(alike, burstMs).filter(
    (some) => new Set(some.map(({ visitorId }) => visitorId)).size >= networksOfBurst,
  );
}

const hints: ReadonlySet<string> = new Set<Signal>(["no_language", "no_fetch_metadata", "rented_network"]);

/** One visitor opens one link again and again: the first is a reader, the others are counted apart. */
function repetitions(clicks: readonly ClickSeen[]): ClickSeen[][] {
  const same = [
    ...Map.groupBy(byVisitor(clicks).flat(), ({ linkId, visitorId }) => `${linkId} ${visitorId}`),
  ];
  return windowsOf(
    same.map(([, some]) => some),
    burstMs,
  )
    .filter((some) => some.length >= timesRepeated)
    .map((some) => some.slice(1));
}

function byVisitor(clicks: readonly ClickSeen[]): ClickSeen[][] {
  const known = clicks.filter(({ visitorId }) => visitorId !== null);
  return [...Map.groupBy(known, ({ visitorId }) => visitorId).values()];
}

/** For each click, all that follow it within the time; in the order in which they happened. */
function windowsOf(groups: ClickSeen[][], ms: number): ClickSeen[][] {
  return groups.flatMap((group) => {
    const ordered = group.toSorted((a, b) => a.at - b.at || (a.clickId < b.clickId ? -1 : 1));
    return ordered.map((first, from) =>
      ordered.slice(from).filter(({ at }, index) => index === 0 || at - first.at <= ms),
    );
  });
}
