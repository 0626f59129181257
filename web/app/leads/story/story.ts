export type StoryKind =
  | "lead"
  | "stage"
  | "assignment"
  | "score"
  | "touch"
  | "web"
  | "click"
  | "submission"
  | "activity"
  | "conversation"
  | "sale";

/** One thing that happened with somebody, as one tells it. */
export type StoryEntry = {
  id: string;
  at: string;
  kind: StoryKind;
  title: string;
  /** What was said, written or looked at. */
  about: string;
  /** Whoever of ours did it; empty for the lead and for what happened by itself. */
  by: string;
  /** Where the thing itself can be looked at, below the organization's home. */
  to: string | null;
  activityId: string | null;
  step: number | null;
  /** Milliseconds since the step before. */
  sincePrevious: number | null;
};

export type StoryPage = { entries: StoryEntry[]; nextCursor: string | null };

/** What of the story somebody wants to read. */
export const storyParts = [
  { name: "all", title: "All", kinds: [] },
  { name: "work", title: "Notes and calls", kinds: ["activity"] },
  { name: "messages", title: "Messages", kinds: ["conversation"] },
  { name: "visits", title: "Visits", kinds: ["touch", "web", "click"] },
  { name: "answers", title: "Answers", kinds: ["submission"] },
  { name: "deal", title: "Deal", kinds: ["stage", "assignment", "score", "sale", "lead"] },
] as const satisfies { name: string; title: string; kinds: StoryKind[] }[];
export type StoryPart = (typeof storyParts)[number]["name"];

/** As the address says it; all of it where it says nothing that we know. */
export function partIn(search: URLSearchParams): StoryPart {
  return storyParts.find(({ name }) => name === search.get("story"))?.name ?? "all";
}

/** The newest page as it is now, and below it what was read before: nothing is lost where new entries push others down. */
export function storyWith(known: StoryPage, page: StoryPage): StoryPage {
  const last = page.entries.at(-1);
  if (!last || page.nextCursor === null) return page;
  const below = known.entries.filter((entry) => isBefore(entry, last));
  if (below.length === 0) return page;
  return { entries: [...page.entries, ...below], nextCursor: known.nextCursor };
}

export function storyWithEarlier(known: StoryPage, { entries, nextCursor }: StoryPage): StoryPage {
  const ids = new Set(known.entries.map(({ id }) => id));
  return { entries: [...known.entries, ...entries.filter(({ id }) => !ids.has(id))], nextCursor };
}

function isBefore(one: StoryEntry, other: StoryEntry): boolean {
  return one.at === other.at ? one.id < other.id : one.at < other.at;
}

const spans: [string, number][] = [
  ["year", 365],
  ["month", 30],
  ["week", 7],
  ["day", 1],
];

/** “3 weeks”, for pauses that one should see; nothing for less than a day. */
export function sayPause(sincePrevious: number | null): string {
  const days = Math.floor((sincePrevious ?? 0) / 86_400_000);
  const span = spans.find(([, length]) => days >= length);
  if (!span) return "";
  const count = Math.floor(days / span[1]);
  return `${count} ${span[0]}${count === 1 ? "" : "s"}`;
}
