import * as z from "zod";
import { idOf, route, toWireTime, wireTime } from "../kernel/contract";
import { approveBundle, type Approvals, withdrawApprovals } from "./approve";

const approving = {
  tag: "Bundles",
  access: "organization",
  permission: "content:approve",
  rate: "write",
  params: z.object({ bundleId: idOf("bundle") }),
  // Up to 585 pieces are looked at and changed, each with its index; those that are sequences look at their emails.
  budget: { read: 4000, written: 2500 },
} as const;

const approvalsWire = z
  .strictObject({
    approved: z.number().int().min(0).meta({ description: "How many pieces this approval stands for." }),
    approvedAt: wireTime.meta({ description: "Names this approval, for taking it back." }),
  })
  .meta({ id: "BundleApproval" });

const approveRoute = route(
  {
    ...approving,
    method: "put",
    path: "/v1/bundles/{bundleId}/approval",
    operation: "approveBundle",
    summary: "Approve what is written",
    description:
      "All pieces of the bundle that are ready. A sequence whose emails are not all written waits.",
    answer: { status: 200, schema: approvalsWire },
  },
  async (ctx, { params }) => approvalsToWire(await approveBundle(ctx, params.bundleId)),
);

const withdrawRoute = route(
  {
    ...approving,
    method: "delete",
    path: "/v1/bundles/{bundleId}/approval",
    operation: "withdrawBundleApproval",
    summary: "Take an approval back",
    description: "Of the pieces that were approved together at this moment and are not published since.",
    query: z.strictObject({ approvedAt: z.iso.datetime() }),
    answer: { status: 200, schema: approvalsWire },
  },
  async (ctx, { params, query }) =>
    approvalsToWire(await withdrawApprovals(ctx, params.bundleId, Date.parse(query.approvedAt))),
);

function approvalsToWire({ count, at }: Approvals): z.input<typeof approvalsWire> {
  return { approved: count, approvedAt: toWireTime(at) };
}

export const approvalRoutes = [approveRoute, withdrawRoute];
