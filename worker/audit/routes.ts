import * as z from "zod";
import { route, wireTime } from "../kernel/contract";
import { dayOf, download } from "../kernel/download";
import { pageOf, pageQuery } from "../kernel/page";
import { nameActors } from "./actors";
import { exportEntries } from "./export";
import { listEntries } from "./list";
import type { AuditFilter } from "./queries";
import { verifyAuditLog } from "./verify";
import { auditEntryToWire, auditEntryWire, verificationWire } from "./wire";

const filters = z.strictObject({
  actor: z.string().min(1).max(64).optional().meta({ description: "The id of a person or an API key" }),
  action: z
    .string()
    .regex(/^[a-z0-9_.]{1,100}$/)
    .optional()
    .meta({ description: "The beginning is enough: api_key finds api_key.created" }),
  resourceType: z.string().min(1).max(64).optional(),
  resourceId: z.string().min(1).max(100).optional(),
  from: wireTime.optional(),
  to: wireTime.optional(),
});

function filterOf({ from, to, ...rest }: z.output<typeof filters>): AuditFilter {
  const timeOf = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
  return { ...rest, from: timeOf(from), to: timeOf(to) };
}

const listRoute = route(
  {
    method: "get",
    path: "/v1/audit-logs",
    operation: "listAuditLogs",
    tag: "Audit log",
    summary: "List who did what",
    description:
      "Newest first. With filters a page may be short, even empty, while there is a nextCursor: it looks at a thousand entries at a time.",
    access: "organization",
    permission: "audit:read",
    query: pageQuery.extend(filters.shape),
    answer: { status: 200, schema: pageOf(auditEntryWire) },
    budget: { read: 2300, written: 4 },
  },
  async (ctx, { query: { limit, cursor, ...filter } }) => {
    const { entries, nextCursor } = await listEntries(ctx, filterOf(filter), { limit, cursor });
    const nameOf = await nameActors(ctx, entries);
    return { data: entries.map((entry) => auditEntryToWire(entry, nameOf)), nextCursor };
  },
);

const contentTypes = { csv: "text/csv; charset=utf-8", json: "application/json" };

const exportRoute = route(
  {
    method: "get",
    path: "/v1/audit-logs/export",
    operation: "exportAuditLogs",
    tag: "Audit log",
    summary: "Download who did what",
    description:
      "Everything that matches, newest first, as CSV (RFC 4180) or as a JSON array, with the seals by which it can be verified. In CSV, text that a spreadsheet would take for a formula has an apostrophe before it.",
    access: "organization",
    permission: "audit:export",
    query: filters.extend({ format: z.enum(["csv", "json"]).default("csv") }),
    answer: { status: 200, contentType: ["text/csv", "application/json"] },
    budget: { read: 500, written: 12 },
  },
  async (ctx, { query: { format, ...filter } }) => {
    const stream = await exportEntries(ctx, filterOf(filter), format);
    const name = `audit-log-${ctx.organization.slug}-${dayOf(ctx.now())}.${format}`;
    return download(stream, name, contentTypes[format]);
  },
);

const verifyRoute = route(
  {
    method: "get",
    path: "/v1/audit-logs/verification",
    operation: "verifyAuditLogs",
    tag: "Audit log",
    summary: "Check that nobody has rewritten the log",
    description:
      "Works out every seal again, five thousand entries a call; go on with nextCursor until it is null.",
    access: "organization",
    permission: "audit:read",
    query: z.strictObject({ cursor: z.string().max(500).optional() }),
    answer: { status: 200, schema: verificationWire },
    budget: { read: 24_000, written: 4 },
  },
  (ctx, { query }) => verifyAuditLog(ctx, query.cursor),
);

export const auditRoutes = [listRoute, exportRoute, verifyRoute];
