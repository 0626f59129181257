import type { LeadsHouse } from "../lead";
import type { TableState } from "../views/address";
import { textOfAsked } from "../views/asked";
import { columnsOf, shown } from "./columns";

/** What stands on the screen, for a file: while something is searched for, that is what was found. */
export function exportQuery(house: LeadsHouse, state: TableState, q: string): string {
  const query = new URLSearchParams(textOfAsked({ ...state, group: null, q, closed: [] }));
  const keys = shown(state.columns, columnsOf(house)).map(({ key }) => key);
  query.set("columns", keys.flatMap((key) => inFiles[key] ?? key).join(","));
  return query.toString();
}

/** A column of the table that is more than one in a file, or is called otherwise there. */
const inFiles: Record<string, readonly string[]> = {
  name: ["firstName", "lastName"],
  value: ["value", "currency"],
  assignedTo: ["owner"],
  nextAction: [],
};
