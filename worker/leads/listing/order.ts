import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leads } from "../../../db/schema/cell/leads";
import { can, type Context } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { type CursorKey, decodeCursor } from "../../kernel/page";
import { customFieldsOf, isContactField } from "../fields/custom-fields";
import type { Lead } from "../queries";

/** An order of leads that an index has. Where a key may be missing, those without it stand last, whichever way. */
export type Order = {
  by: string;
  descending: boolean;
  /** Null: by creation, which is the order of the ids themselves. */
  key: SQL | null;
  mayMiss: boolean;
  fieldId?: Id<"customField">;
};

const columns = {
  updatedAt: { key: sql`${leads.updatedAt}`, mayMiss: false },
  name: { key: sql`${leads.nameKey}`, mayMiss: false },
  score: { key: sql`${leads.score}`, mayMiss: true },
  nextFollowUpAt: { key: sql`${leads.nextFollowUpAt}`, mayMiss: true },
  value: { key: sql`${leads.predictedValue}`, mayMiss: true },
};

export const orderNames = ["createdAt", ...Object.keys(columns)];

/** “-score” is the highest first. Only what an index has can be asked for (INJ-01). */
export async function readOrder(ctx: Context, text: string): Promise<Order> {
  const descending = text.startsWith("-");
  const by = descending ? text.slice(1) : text;
  if (by === "createdAt") return { by, descending, key: null, mayMiss: false };
  const known = Object.entries(columns).find(([name]) => name === by)?.[1];
  if (known) return { by, descending, ...known };
  const field = by.startsWith("custom.") ? await sortableField(ctx, by.slice("custom.".length)) : undefined;
  if (!field)
    throw Invalid.field(
      "/sort",
      "unknown_sort",
      `Sort by one of ${orderNames.join(", ")}, or a filterable field as custom.key.`,
    );
  return { by, descending, key: sql`kept.value`, mayMiss: true, fieldId: field.id };
}

async function sortableField(ctx: Context, key: string) {
  const fields = await customFieldsOf(ctx);
  const may = fields.filter(
    ({ isFilterable, type }) =>
      isFilterable && type !== "multiselect" && (!isContactField({ type }) || can(ctx, "leads:contact")),
  );
  return may.find((field) => field.key === key);
}

/** Where a page ended: the key of its last row, and its id. */
export type Place = { key: string | number | null; id: string };

export function readPlace(order: Order, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const values: CursorKey = decodeCursor(cursor, order.key === null ? 1 : 2);
  const id = values.at(-1);
  if (typeof id !== "string")
    throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
  return { id, key: order.key === null ? null : (values[0] ?? null) };
}

export function placeToCursor(order: Order, { key, id }: Place): CursorKey {
  return order.key === null ? [id] : [key, id];
}

export type OrderedLead = Lead & { walkKey: string | number | null };
