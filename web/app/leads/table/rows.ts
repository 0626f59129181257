import type { LeadLine } from "../lead";

export type RowsPage = {
  rows: LeadLine[];
  nextCursor: string | null;
  /** With the first page only, as are the groups. */
  count: Count | null;
  groups: GroupCount[] | null;
};
export type GroupCount = { key: string | null; count: number };
/** How many match; past a bound nobody counts on. */
export type Count = { value: number; isExact: boolean };

/** The rows of a table as far as they were read, with what is being changed already changed. */
export type Rows = {
  /** The question that they answer, such as `q=ada&sort=name`. */
  of: string;
  rows: readonly LeadLine[];
  nextCursor: string | null;
  count: Count | null;
  groups: readonly GroupCount[] | null;
};

export type RowsStore = {
  read(): Rows;
  subscribe(listener: () => void): () => void;
  /** The first page as the server has it now. */
  begin(of: string, page: RowsPage): void;
  /** The same without anything that was read beyond it. */
  renew(of: string, page: RowsPage): void;
  add(of: string, page: RowsPage): void;
  /** What the server says of some of them, wherever they stand. */
  put(lines: readonly LeadLine[]): void;
  remove(ids: readonly string[]): void;
  /** Shown at once; what this returns takes it back. */
  edit(id: string, change: Partial<LeadLine>): () => void;
};

type Edit = { id: string; change: Partial<LeadLine> };

export function createRowsStore(of: string, page: RowsPage): RowsStore {
  let known: Rows = { of, ...page };
  let edits: readonly Edit[] = [];
  let state = known;
  const listeners = new Set<() => void>();
  function settle(nextKnown: Rows, nextEdits = edits): void {
    known = nextKnown;
    edits = nextEdits;
    state = edited(known, edits);
    for (const listener of listeners) listener();
  }
  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: (nextOf, nextPage) => settle(begun(known, nextOf, nextPage)),
    renew: (nextOf, nextPage) => settle({ of: nextOf, ...nextPage }),
    add: (nextOf, nextPage) => nextOf === known.of && settle(added(known, nextPage)),
    put: (lines) => settle(withLines(known, lines)),
    remove: (ids) => settle(without(known, new Set(ids))),
    edit(id, change) {
      const edit = { id, change };
      settle(known, [...edits, edit]);
      return () =>
        settle(
          known,
          edits.filter((each) => each !== edit),
        );
    },
  };
}

function edited(known: Rows, edits: readonly Edit[]): Rows {
  if (edits.length === 0) return known;
  const rows = known.rows.map((line) => {
    const mine = edits.filter(({ id }) => id === line.id);
    return mine.length > 0 ? Object.assign({}, line, ...mine.map(({ change }) => change)) : line;
  });
  return { ...known, rows };
}

/** The first page anew. What was read beyond it stays as long as the page still leads there. */
export function begun(known: Rows, of: string, page: RowsPage): Rows {
  const last = page.rows.at(-1);
  const end = last && known.of === of ? known.rows.findIndex(({ id }) => id === last.id) : -1;
  const count = page.count ?? (known.of === of ? known.count : null);
  const groups = page.groups ?? (known.of === of ? known.groups : null);
  const rows = sameWhereUnchanged(known.rows, page.rows);
  if (end < 0 || known.rows.length <= end + 1)
    return { of, rows, nextCursor: page.nextCursor, count, groups };
  const first = new Set(page.rows.map(({ id }) => id));
  const rest = known.rows.slice(end + 1).filter(({ id }) => !first.has(id));
  return { of, rows: [...rows, ...rest], nextCursor: known.nextCursor, count, groups };
}

/** A row that says the same as before is the very same, so that nothing draws it again. */
function sameWhereUnchanged(before: readonly LeadLine[], now: readonly LeadLine[]): LeadLine[] {
  const byId = new Map(before.map((line) => [line.id, line]));
  return now.map((line) => {
    const known = byId.get(line.id);
    return known && JSON.stringify(known) === JSON.stringify(line) ? known : line;
  });
}

function added(known: Rows, { rows, nextCursor, count }: RowsPage): Rows {
  const here = new Set(known.rows.map(({ id }) => id));
  return {
    ...known,
    rows: [...known.rows, ...rows.filter(({ id }) => !here.has(id))],
    nextCursor,
    count: count ?? known.count,
  };
}

function withLines(known: Rows, lines: readonly LeadLine[]): Rows {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return { ...known, rows: known.rows.map((line) => byId.get(line.id) ?? line) };
}

function without(known: Rows, gone: ReadonlySet<string>): Rows {
  const rows = known.rows.filter(({ id }) => !gone.has(id));
  const fewer = known.rows.length - rows.length;
  const count = known.count && { ...known.count, value: Math.max(0, known.count.value - fewer) };
  return { ...known, rows, count };
}
