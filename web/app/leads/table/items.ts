import type { LeadLine, LeadsHouse } from "../lead";

/** What stands in the table, one under the other. */
export type Item = { kind: "group"; group: Group; isClosed: boolean } | { kind: "lead"; line: LeadLine };
export type Group = { key: string; name: string; count: number };

export const groupings = { stage: "Stage", assignee: "Owner", source: "Source" } as const;
export type Grouping = keyof typeof groupings;

export function isGrouping(text: string | null): text is Grouping {
  return text !== null && Object.hasOwn(groupings, text);
}

type Given = {
  rows: readonly LeadLine[];
  by: Grouping | null;
  groups: readonly Group[];
  closed: ReadonlySet<string>;
  hasMore: boolean;
};

/** The rows come group by group: each below its headline, as far as they were read. */
export function itemsOf({ rows, by, groups, closed, hasMore }: Given): Item[] {
  if (!by) return rows.map((line) => ({ kind: "lead", line }));
  const inGroup = new Map<string, LeadLine[]>();
  for (const line of rows) {
    const key = keyOf(line, by);
    inGroup.set(key, [...(inGroup.get(key) ?? []), line]);
  }
  const reached = groups.findLastIndex(({ key }) => inGroup.has(key));
  const begun = hasMore ? groups.slice(0, lastInSight(groups, reached, closed)) : groups;
  return begun.flatMap((group): Item[] => {
    const isClosed = closed.has(group.key);
    const lines = isClosed ? [] : (inGroup.get(group.key) ?? []);
    return [{ kind: "group", group, isClosed }, ...lines.map((line): Item => ({ kind: "lead", line }))];
  });
}

/** Closed groups need no rows, so those right below what was read are in sight as well. */
function lastInSight(groups: readonly Group[], reached: number, closed: ReadonlySet<string>): number {
  let end = reached + 1;
  while (end < groups.length && closed.has(groups[end]?.key ?? "")) end += 1;
  return end;
}

function keyOf(line: LeadLine, by: Grouping): string {
  return { stage: line.stageId, assignee: line.assignedTo, source: line.sourceId }[by] ?? "";
}

/** The groups under the names they have here: stages in their order, all others by size. */
export function groupsOf(
  counts: readonly { key: string | null; count: number }[],
  by: Grouping,
  { stages, colleagues, sources }: Pick<LeadsHouse, "stages" | "colleagues" | "sources">,
): Group[] {
  const [known, none] = {
    stage: [stages, "No stage"] as const,
    assignee: [colleagues, "Nobody’s"] as const,
    source: [sources, "No source"] as const,
  }[by];
  const groups = counts.map(({ key, count }) => {
    const name = known.find(({ id }) => id === key)?.name ?? (key ? "Gone" : none);
    return { key: key ?? "", name, count };
  });
  if (by !== "stage") return groups.toSorted((one, other) => other.count - one.count);
  const place = (key: string) => stages.findIndex(({ id }) => id === key);
  return groups.toSorted((one, other) => place(one.key) - place(other.key));
}
