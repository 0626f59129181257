import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { conversions, touchpoints } from "../../db/schema/cell/leads";

/** Rows that are a lead's and go along when it is merged into another. */
export type Belonging = {
  table: SQLiteTable & { organizationId: SQLiteColumn; id: SQLiteColumn; leadId: SQLiteColumn };
  /**
   * Columns that stand once a lead. Where the other has such a row too, this one stays behind with the merged lead:
   * undoing finds it there, and erasing takes it along.
   */
  once?: SQLiteColumn[];
};

export const leadBelongings: Belonging[] = [{ table: touchpoints }, { table: conversions }];
