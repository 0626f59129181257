import * as z from "zod";
import { idOf, route, toWireTime, wireTime } from "../../kernel/contract";
import { dayOf, download } from "../../kernel/download";
import { decodeCursor, pageOf, pageQuery, toPage } from "../../kernel/page";
import { deleteLead, listDeleted, restoreLead } from "./deletion";
import { eraseLead } from "./erase";
import { exportLeads } from "../listing/export";
import { readFilters } from "../listing/filters";
import { filterQuery, filtersOf } from "../listing/list-query";
import { readOrder } from "../listing/order";
import { conditionOfView } from "../listing/views";
import { leadWire, leadWriter } from "../wire";

const tag = "Leads";
const params = z.object({ leadId: idOf("lead") });
const deleting = { tag, access: "organization", permission: "leads:delete", rate: "write", params } as const;
const exporting = { tag, access: "organization", permission: "leads:export" } as const;

const deletedWire = z.strictObject({ lead: leadWire, deletedAt: wireTime, deletedBy: z.string().nullable() });

export const ofDeletion = [
  route(
    {
      ...deleting,
      method: "put",
      path: "/v1/leads/{leadId}/deletion",
      operation: "deleteLead",
      summary: "Delete a lead",
      description: "Out of every list at once; it can be restored for thirty days and is erased then.",
      answer: { status: 204 },
      budget: { read: 300, written: 100 },
    },
    async (ctx, { params }) => await deleteLead(ctx, params.leadId),
  ),
  route(
    {
      ...deleting,
      method: "delete",
      path: "/v1/leads/{leadId}/deletion",
      operation: "restoreLead",
      summary: "Restore a deleted lead",
      description: "Refused where somebody with the same address has become a lead meanwhile.",
      answer: { status: 200, schema: leadWire },
      problems: ["conflict"],
      budget: { read: 400, written: 100 },
    },
    async (ctx, { params }) => (await leadWriter(ctx))(await restoreLead(ctx, params.leadId)),
  ),
  route(
    {
      tag,
      access: "organization",
      permission: "leads:delete",
      method: "get",
      path: "/v1/deleted-leads",
      operation: "listDeletedLeads",
      summary: "List deleted leads",
      description: "The last deleted first.",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(deletedWire) },
      budget: { read: 400, written: 4 },
    },
    async (ctx, { query: { cursor, limit } }) => {
      const toWire = await leadWriter(ctx);
      return toPage(
        await listDeleted(ctx, cursor === undefined ? undefined : decodeCursor(cursor, 2), limit),
        limit,
        ({ deletedAt, id }) => [deletedAt, id],
        (row) => ({
          lead: toWire({ ...row, isListed: false }),
          deletedAt: toWireTime(row.deletedAt),
          deletedBy: row.deletedBy,
        }),
      );
    },
  ),
  route(
    {
      ...deleting,
      method: "post",
      path: "/v1/leads/{leadId}/erasure",
      operation: "eraseLead",
      summary: "Erase a lead for good",
      description: "With everything that is kept of them. This cannot be undone.",
      answer: { status: 204 },
      budget: { read: 400, written: 200 },
    },
    async (ctx, { params }) => await eraseLead(ctx, params.leadId),
  ),
  route(
    {
      ...exporting,
      method: "get",
      path: "/v1/leads.csv",
      operation: "exportLeads",
      summary: "Export leads as CSV",
      description:
        "What the list with the same filters and order shows, or what a search finds, as far as it goes. Text that a spreadsheet would take for a formula gets an apostrophe before it.",
      query: z.strictObject({
        ...filterQuery,
        q: z.string().max(200).optional().meta({
          description: "Those that a search finds, the newest first, whatever the filters and the order.",
        }),
        sort: z.string().max(80).default("-createdAt"),
        columns: z.string().max(4000).optional().meta({
          description:
            "Names with commas between; all of them where it is left out. Money is in major units.",
        }),
      }),
      answer: { status: 200, contentType: "text/csv" },
      rate: "report",
      // The first who ever looks also makes the stages that every organization begins with.
      budget: { read: 2_000_000, written: 45 },
    },
    async (ctx, { query: { q, sort, columns, ...query } }) => {
      const order = await readOrder(ctx, sort);
      const filters = await readFilters(ctx, filtersOf(ctx, query, await conditionOfView(ctx, query.viewId)));
      const shown = q === undefined ? { filters, order } : { search: q };
      const stream = await exportLeads(ctx, { shown, columns: columns?.split(",") ?? [] });
      return download(stream, `leads-${ctx.organization.slug}-${dayOf(ctx.now())}.csv`);
    },
  ),
];
