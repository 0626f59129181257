import { sql } from "drizzle-orm";
import { conversions } from "../../../db/schema/cell/leads";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isTaken, refuseWhen, write } from "../../kernel/write";
import { type Conversion, findByInvoice, isInvoice } from "./queries";

export const refundPrefix = "refund:";

export type Refund = { invoiceId: string; refundId: string; amount?: number | undefined };

/** Money that went back: a row of its own beside the sale, once a refund, and never more than was paid. */
export async function refundSale(ctx: Context, refund: Refund): Promise<Conversion> {
  authorize(ctx, "leads:write");
  const sale = await findByInvoice(ctx, refund.invoiceId);
  if (!sale || sale.type === "refund") throw new NotFound();
  const known = await findByInvoice(ctx, nameOf(refund));
  if (known) return sale;
  const amount = refund.amount ?? (sale.value ?? 0) - sale.refundedAmount;
  try {
    await insertRefund(ctx, sale, { ...refund, amount });
  } catch (error) {
    if (error !== toldBefore && !isTaken(error, "conversions.external_id")) throw error;
  }
  return (await findByInvoice(ctx, refund.invoiceId)) ?? sale;
}

const nameOf = ({ invoiceId, refundId }: Refund) => `${refundPrefix}${invoiceId}:${refundId}`;

async function insertRefund(ctx: Context, sale: Conversion, refund: Required<Refund>): Promise<void> {
  const id = ctx.newId("conversion", ctx.organization.cell);
  const { amount, invoiceId, refundId } = refund;
  const now = ctx.now();
  const isThere = sql`exists (select 1 from conversions where ${isInvoice(ctx, nameOf(refund))})`;
  const data = { leadId: sale.leadId, amount: -amount, currency: sale.currency, invoiceId, refundId };
  await write(
    ctx,
    [
      ctx.db.insert(conversions)
        .select(sql`select ${id}, organization_id, ${now}, lead_id, 'refund', ${-amount},
        currency, source, medium, campaign_id, ${nameOf(refund)}, 0, null, ${now} from conversions
        where ${isInvoice(ctx, invoiceId)} and ${amount} > 0 and refunded_amount + ${amount} <= value`),
      refuseWhen(sql`changes() = 0 and ${isThere}`, toldBefore),
      refuseWhen(sql`not ${isThere}`, tooMuch),
      ctx.db
        .update(conversions)
        .set({ refundedAmount: sql`refunded_amount + ${amount}`, refundedAt: now })
        .where(isInvoice(ctx, invoiceId)),
    ],
    {
      facts: [{ type: "conversion.refunded", subjectId: sale.id, data }],
      audit: [
        {
          action: "conversion.refunded",
          resourceType: "conversion",
          resourceId: sale.id,
          changes: { after: data },
        },
      ],
    },
  );
}

const toldBefore = new Conflict("refund_told_before", "This refund was told before.");
const tooMuch = new Conflict("refund_too_large", "This is more than is left of what was paid.");
