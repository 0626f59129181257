import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { conversions, touchpoints } from "../../db/schema/cell/leads";

/**
 * Rows that are a lead's and go along when it is merged into another. Where a unique index has no room for a row beside
 * the other lead's own, it stays behind with the merged one: undoing finds it there, and erasing takes it along.
 */
export type Belonging = {
  table: SQLiteTable & { organizationId: SQLiteColumn };
  id: SQLiteColumn;
  leadId: SQLiteColumn;
};

export const leadBelongings: Belonging[] = [
  { table: touchpoints, id: touchpoints.id, leadId: touchpoints.leadId },
  { table: conversions, id: conversions.id, leadId: conversions.leadId },
];
