import { sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadFieldValues } from "../../../db/schema/cell/lead-catalogue";
import type { Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { write } from "../../kernel/write";
import { getCustomField } from "./custom-fields";
import { putIn } from "../upkeep";

const lot = 500;

/** Brings the values of a field into its index, or takes them out, a lot at a time. */
export async function indexField(
  ctx: Context,
  fieldId: Id<"customField">,
  after: string | null,
): Promise<void> {
  const field = await getCustomField(ctx, fieldId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (field?.isFilterable || field?.isUnique) return await keepLot(ctx, fieldId, after);
  const some = sql`id in (select id from lead_field_values where organization_id = ${ctx.organization.id}
    and field_id = ${fieldId} limit ${lot * 4})`;
  const { meta } = await ctx.db.delete(leadFieldValues).where(some).run();
  if (meta.changes > 0) await goOn(ctx, fieldId, null);
}

async function keepLot(ctx: Context, fieldId: Id<"customField">, after: string | null): Promise<void> {
  const rows = await ctx.db.all<{ id: string }>(
    sql`select id from leads where organization_id = ${ctx.organization.id} and id > ${after ?? ""} order by id limit ${lot}`,
  );
  const ids = rows.map(({ id }) => id);
  const last = ids.at(-1);
  if (last === undefined) return;
  await write(ctx, putIn(ctx, ids, ["fields"]));
  await goOn(ctx, fieldId, last);
}

async function goOn(ctx: Context, fieldId: Id<"customField">, after: string | null): Promise<void> {
  await write(ctx, [], {
    jobs: [{ queue: "delivery", type: "leads.index_field", payload: { fieldId, after } }],
  });
}
