import type { Api } from "~/api.server";
import type { Condition } from "../../../worker/kernel/pure/condition";
import { groupsOf, isGrouping, type Grouping } from "./table/items";
import type { RowsPage } from "./table/rows";
import type { Asked } from "./views/asked";
import { lineOf } from "./wire.server";

const limit = 100;
/** A rare condition may find nothing on many pages; so many are looked through before one answers. */
const mostLooks = 5;

/** A page of what the table asks for; with the first one, how many there are. */
export async function rowsOf(api: Api, asked: Asked, cursor: string | null): Promise<RowsPage> {
  if (asked.q !== "") return await found(api, asked.q);
  if (isGrouping(asked.group)) return await grouped(api, asked, asked.group, cursor);
  const [page, count] = await Promise.all([
    listed(api, { ...filterQuery(asked.filter), sort: asked.sort }, cursor),
    cursor === null ? counted(api, asked.filter) : null,
  ]);
  return { ...page, count, groups: null };
}

async function found(api: Api, q: string): Promise<RowsPage> {
  const query = { q: q.slice(0, 200), limit };
  const { data } = await api.read(api.client.GET("/v1/leads/search", { params: { query } }));
  const isExact = data.length < limit;
  return { rows: data.map(lineOf), nextCursor: null, count: { value: data.length, isExact }, groups: null };
}

async function counted(api: Api, filter: Condition | null) {
  const query = filterQuery(filter);
  const { count, isExact } = await api.read(api.client.GET("/v1/lead-counts", { params: { query } }));
  return { value: count, isExact };
}

type ListQuery = {
  sort: string;
  condition?: string;
  stageId?: string;
  assignedTo?: string;
  sourceId?: string;
  cursor?: string;
};

async function listed(api: Api, query: ListQuery, cursor: string | null) {
  let next = cursor;
  for (let look = 1; ; look++) {
    const at = next ? { cursor: next } : {};
    const page = await api.read(
      api.client.GET("/v1/leads", { params: { query: { ...query, ...at, limit } } }),
    );
    next = page.nextCursor;
    if (page.data.length > 0 || next === null || look === mostLooks)
      return { rows: page.data.map(lineOf), nextCursor: next };
  }
}

function filterQuery(filter: Condition | null): { condition?: string } {
  return filter ? { condition: JSON.stringify(filter) } : {};
}

/** One open group after the other; the cursor says in which we are and where in it: `key~cursor`. */
async function grouped(api: Api, asked: Asked, by: Grouping, cursor: string | null): Promise<RowsPage> {
  const query = { ...filterQuery(asked.filter), by };
  const [{ data: groups }, { data: stages }, count] = await Promise.all([
    api.read(api.client.GET("/v1/lead-groups", { params: { query } })),
    by === "stage" ? api.read(api.client.GET("/v1/lead-stages")) : { data: [] },
    cursor === null ? counted(api, asked.filter) : null,
  ]);
  const open = groupsOf(groups, by, { stages, colleagues: [], sources: [] })
    .map(({ key }) => key)
    .filter((key) => !asked.closed.includes(key));
  const [at = open[0], within = ""] = cursor?.split("~") ?? [];
  const key = at === undefined ? undefined : open.find((each) => each === at);
  if (key === undefined) return { rows: [], nextCursor: null, count, groups };
  const page = await listed(api, { sort: asked.sort, ...inGroup(asked.filter, by, key) }, within || null);
  const following = open[open.indexOf(key) + 1];
  const nextCursor = page.nextCursor
    ? `${key}~${page.nextCursor}`
    : following === undefined
      ? null
      : `${following}~`;
  return { rows: page.rows, nextCursor, count, groups };
}

function inGroup(filter: Condition | null, by: Grouping, key: string) {
  const rest = filterQuery(filter);
  if (by === "stage") return { ...rest, stageId: key };
  if (by === "assignee") return { ...rest, assignedTo: key || "none" };
  if (key !== "") return { ...rest, sourceId: key };
  const without: Condition = { field: "sourceId", operator: "is_not_set" };
  return filterQuery(filter ? { all: [filter, without] } : without);
}

/** Some leads by their ids, such as those that changed a moment ago; who is gone is left out. */
export async function rowsById(api: Api, ids: string): Promise<RowsPage> {
  const { data } = await api.read(api.client.GET("/v1/leads/by-id", { params: { query: { ids } } }));
  return { rows: data.map(lineOf), nextCursor: null, count: null, groups: null };
}
