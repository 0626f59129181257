import type { Id } from "../../../db/ids";
import { conversions } from "../../../db/schema/cell/leads";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import type { JobDraft } from "../../kernel/drafts";
import { isTaken, type Step, write } from "../../kernel/write";
import { captureLead, getLead } from "../../leads";
import { readMark } from "../../visitors";
import { type Conversion, findByInvoice, leadOfVisitor } from "./queries";

export type Sale = {
  invoiceId: string;
  /** In minor units of the currency. */
  amount: number;
  currency: string;
  type: string;
  /** Whose it is: one of these. */
  leadId?: Id<"lead"> | undefined;
  email?: string | undefined;
  visitor?: string | undefined;
  source?: string | undefined;
  medium?: string | undefined;
  occurredAt?: number | undefined;
};

/** The same invoice is one sale, however often and however at once it is told. */
export async function trackSale(ctx: Context, sale: Sale): Promise<{ sale: Conversion; created: boolean }> {
  authorize(ctx, "leads:write");
  const known = await findByInvoice(ctx, sale.invoiceId);
  if (known) return sameSale(known, sale);
  try {
    return { sale: await recordSale(ctx, sale), created: true };
  } catch (error) {
    if (!isTaken(error, "conversions.external_id")) throw error;
    const first = await findByInvoice(ctx, sale.invoiceId);
    if (!first) throw error;
    return sameSale(first, sale);
  }
}

function sameSale(known: Conversion, { amount, currency }: Sale) {
  if (known.value === amount && known.currency === currency) return { sale: known, created: false };
  throw new Conflict("invoice_differs", "This invoice was told before with another amount or currency.");
}

async function recordSale(ctx: Context, sale: Sale): Promise<Conversion> {
  if (sale.leadId) return await insertSale(ctx, sale, (await getLead(ctx, sale.leadId)).id);
  const visitorId = await readMark(ctx, "visitor", ctx.organization.id, sale.visitor);
  const leadId = visitorId && (await leadOfVisitor(ctx, visitorId));
  if (leadId) return await insertSale(ctx, sale, leadId);
  const { email } = sale;
  if (!email) throw noLead;
  const touch = { at: sale.occurredAt ?? ctx.now(), kind: "sale" };
  return await captureLead(ctx, { email, touch }, ({ leadId, steps, jobs }) =>
    insertSale(ctx, sale, leadId, { steps, jobs }),
  );
}

const noLead = Invalid.field("/email", "unknown_lead", "Nobody is known by this. Send leadId or email.");

async function insertSale(
  ctx: Context,
  sale: Sale,
  leadId: Id<"lead">,
  { steps, jobs }: { steps: Step[]; jobs: JobDraft[] } = { steps: [], jobs: [] },
): Promise<Conversion> {
  const { invoiceId, amount, currency, type, source = null, medium = null } = sale;
  const row: Conversion = {
    id: ctx.newId("conversion", ctx.organization.cell),
    organizationId: ctx.organization.id,
    createdAt: ctx.now(),
    leadId,
    type,
    value: amount,
    currency,
    source,
    medium,
    campaignId: null,
    externalId: invoiceId,
    refundedAmount: 0,
    refundedAt: null,
    occurredAt: sale.occurredAt ?? ctx.now(),
  };
  const data = { leadId, amount, currency, invoiceId };
  await write(ctx, [...steps, ctx.db.insert(conversions).values(row)], {
    jobs,
    facts: [{ type: "conversion.created", subjectId: row.id, data }],
    audit: [
      {
        action: "conversion.created",
        resourceType: "conversion",
        resourceId: row.id,
        changes: { after: data },
      },
    ],
  });
  return row;
}
