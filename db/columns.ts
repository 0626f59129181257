import { integer, text } from "drizzle-orm/sqlite-core";
import type { Id, IdKind } from "./ids";

/** Primary key whose type carries its prefix. */
export const primaryId = <K extends IdKind>(_kind: K) => text("id").primaryKey().$type<Id<K>>();

/** A reference by id; foreign keys are written where the table is in the same plane. */
export const idOf = <K extends IdKind>(_kind: K, column: string) => text(column).$type<Id<K>>();

/** Milliseconds UTC. */
export const time = (column: string) => integer(column);

export const createdAt = () => integer("created_at").notNull();
export const updatedAt = () => integer("updated_at").notNull();

/** Every cell table begins with these. */
export const owned = <K extends IdKind>(kind: K) => ({
  id: primaryId(kind),
  organizationId: idOf("organization", "organization_id").notNull(),
  createdAt: createdAt(),
});

export const flag = (column: string) => integer(column, { mode: "boolean" });

export const json = <T>(column: string) => text(column, { mode: "json" }).$type<T>();
