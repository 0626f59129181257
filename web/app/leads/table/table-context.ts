import { createContext, useContext } from "react";
import type { LeadLine } from "../lead";
import type { Column } from "./columns";

export type EditedCell = { id: string; key: string };

/** What each cell of a table may ask of it. */
export type TableActs = {
  mayWrite: boolean;
  editing: EditedCell | null;
  edit(cell: EditedCell | null): void;
  /** Shown at once and sent; it is back as it was where it is refused. */
  change(line: LeadLine, column: Column, value: string): void;
};

export const TableContext = createContext<TableActs | null>(null);

export function useTable(): TableActs {
  const table = useContext(TableContext);
  if (!table) throw new Error("useTable is for cells of the leads' table.");
  return table;
}
