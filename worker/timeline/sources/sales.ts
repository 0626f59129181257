import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { minorDigits } from "../../leads";
import type { Source } from "../entry";
import { countRows, newestRows } from "../rows";

type Row = {
  id: string;
  at: number;
  type: string;
  value: number | null;
  currency: string | null;
  refundedAmount: number;
};

export const sales: Source = {
  kinds: ["sale"],

  async read(ctx, { leadId, before, limit }) {
    const columns = sql`type, value, currency, refunded_amount as refundedAmount`;
    const query = { ...ofLead(ctx, leadId), columns, at: sql`occurred_at`, id: sql`id` };
    const rows = await newestRows<Row>(ctx, query, before, limit);
    return rows.map(({ id, at, ...data }) => ({
      id,
      at,
      kind: "sale",
      title: () => titleOf(data),
      data,
      actorId: null,
    }));
  },

  async count(ctx, { leadId }) {
    return await countRows(ctx, ofLead(ctx, leadId));
  },
};

function ofLead(ctx: Context, leadId: Id<"lead">): { from: SQL; where: SQL } {
  return {
    from: sql`conversions`,
    where: sql`organization_id = ${ctx.organization.id} and lead_id = ${leadId}`,
  };
}

function titleOf({ type, value, currency, refundedAmount }: Omit<Row, "id" | "at">): string {
  const what = type === "sale" ? "Bought" : `Converted: ${type.replaceAll("_", " ")}`;
  if (value === null || !currency) return what;
  const amount = (minor: number) =>
    new Intl.NumberFormat("en", { style: "currency", currency }).format(minor / 10 ** minorDigits(currency));
  const back = refundedAmount > 0 ? `, ${amount(refundedAmount)} given back` : "";
  return `${what} for ${amount(value)}${back}`;
}
