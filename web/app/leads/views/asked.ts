import { conditionIn, firstSort, type TableState } from "./address";

/** What the table asks for, as the query of the address that answers with rows. */
export type Asked = Pick<TableState, "filter" | "sort" | "group"> & { q: string; closed: readonly string[] };

/** Two that ask the same are the same text. */
export function textOfAsked({ q, filter, sort, group, closed }: Asked): string {
  if (q !== "") return new URLSearchParams({ q }).toString();
  const query = new URLSearchParams({ sort });
  if (filter) query.set("filter", JSON.stringify(filter));
  if (group) query.set("group", group);
  if (group && closed.length > 0) query.set("closed", closed.toSorted().join(","));
  return query.toString();
}

export function askedIn(query: URLSearchParams): Asked {
  const filter = query.get("filter");
  return {
    q: query.get("q") ?? "",
    filter: filter ? conditionIn(filter) : null,
    sort: query.get("sort") ?? firstSort,
    group: query.get("group"),
    closed: query.get("closed")?.split(",") ?? [],
  };
}
