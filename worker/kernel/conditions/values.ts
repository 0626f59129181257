import { type SQL, sql } from "drizzle-orm";

/** How the values of a condition reach the statement: never in its text. */
export type Values = {
  one(value: string | number): SQL;
  /** Rows with a column `value`. */
  list(values: readonly (string | number)[]): SQL;
};

/** One parameter a value: what the query planner likes best. */
export function bindDirectly(): Values & { count(): number } {
  let count = 0;
  const one = (value: string | number) => {
    count += 1;
    return sql`${value}`;
  };
  return { count: () => count, one, list: (values) => sql`json_each(${one(JSON.stringify(values))})` };
}

/** All values in a single JSON parameter, for conditions with more of them than a statement may have. */
export function bindTogether(): Values & { around(condition: SQL): SQL } {
  const all: unknown[] = [];
  // safe: the number of a place in the list, counted here
  const place = (value: unknown) => sql.raw(String(all.push(value) - 1));
  return {
    one: (value) => sql`(bound.value ->> ${place(value)})`,
    list: (values) => sql`json_each(bound.value -> ${place(values)})`,
    around: (condition) => sql`(select ${condition} from (select ${JSON.stringify(all)} as value) as bound)`,
  };
}
