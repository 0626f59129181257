import * as z from "zod";
import { idOf, route, toWireTime, wireTime } from "../../kernel/contract";
import type { Conversion } from "./queries";
import { refundPrefix, refundSale } from "./refund";
import { trackSale } from "./track-sale";

const shared = {
  tag: "Tracking",
  access: "organization",
  permission: "leads:write",
  rate: "write",
  method: "post",
} as const;

const invoiceId = z
  .string()
  .trim()
  .min(1)
  .max(150)
  .refine((value) => !value.startsWith(refundPrefix), { error: `It may not begin with “${refundPrefix}”.` });
const minorUnits = z.int().min(1).max(1_000_000_000_000).meta({
  description: "In minor units: 1999 is 19.99 in a currency with cents.",
});

const saleWire = z
  .strictObject({
    id: z.string(),
    leadId: z.string(),
    invoiceId: z.string(),
    type: z.string(),
    amount: z.int(),
    currency: z.string(),
    refundedAmount: z.int(),
    occurredAt: wireTime,
  })
  .meta({ id: "Sale" });

function saleToWire(row: Conversion): z.input<typeof saleWire> {
  return {
    id: row.id,
    leadId: row.leadId,
    invoiceId: row.externalId ?? "",
    type: row.type,
    amount: row.value ?? 0,
    currency: row.currency ?? "",
    refundedAmount: row.refundedAmount,
    occurredAt: toWireTime(row.occurredAt),
  };
}

const trackSaleRoute = route(
  {
    ...shared,
    path: "/v1/track/sale",
    operation: "trackSale",
    summary: "Tell of a sale",
    description:
      "Once an invoice: told again it answers what is there, with `created` false. An unknown address becomes a lead.",
    body: z.strictObject({
      invoiceId,
      amount: minorUnits,
      currency: z
        .string()
        .regex(/^[a-z]{3}$/i)
        .transform((value) => value.toLowerCase()),
      type: z
        .string()
        .trim()
        .regex(/^[a-z][a-z_]{0,30}$/)
        .refine((value) => value !== "refund")
        .default("sale"),
      leadId: idOf("lead").optional(),
      email: z.email().max(320).optional(),
      visitor: z.string().max(100).optional(),
      source: z.string().trim().max(80).optional(),
      medium: z.string().trim().max(80).optional(),
      occurredAt: wireTime.optional(),
    }),
    answer: { status: 200, schema: z.strictObject({ sale: saleWire, created: z.boolean() }) },
    problems: ["conflict"],
    budget: { read: 90, written: 30 },
  },
  async (ctx, { body: { occurredAt, ...sale } }) => {
    const told = occurredAt === undefined ? sale : { ...sale, occurredAt: Date.parse(occurredAt) };
    const { sale: row, created } = await trackSale(ctx, told);
    return { sale: saleToWire(row), created };
  },
);

const refundRoute = route(
  {
    ...shared,
    path: "/v1/track/refund",
    operation: "trackRefund",
    summary: "Tell of a refund",
    description: "Once a refund of an invoice. Without an amount, all that is left of it.",
    body: z.strictObject({
      invoiceId,
      refundId: z.string().trim().min(1).max(100),
      amount: minorUnits.optional(),
    }),
    answer: { status: 200, schema: saleWire },
    problems: ["conflict"],
    budget: { read: 60, written: 20 },
  },
  async (ctx, { body }) => saleToWire(await refundSale(ctx, body)),
);

export const trackSaleRoutes = [trackSaleRoute, refundRoute];
