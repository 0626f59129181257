import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { conversions, touchpoints } from "../../db/schema/cell/leads";
import type { Permission } from "../kernel/permissions";

/** Rows that are a lead's: they go along when it is merged into another, and stand in the file of a person's data. */
export type Belonging = {
  table: SQLiteTable & { organizationId: SQLiteColumn; id: SQLiteColumn; leadId: SQLiteColumn };
  /**
   * Columns that stand once a lead. Where the other has such a row too, this one stays behind with the merged lead:
   * undoing finds it there, and erasing takes it along.
   */
  once?: SQLiteColumn[];
  /** What reading them needs besides `leads:contact`. */
  permission?: Permission;
};

export const leadBelongings: Belonging[] = [{ table: touchpoints }, { table: conversions }];
