import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { localeOf } from "~/locale.server";
import { queryOf } from "~/next-address";
import { pageQueryOf } from "~/page-query";
import { AuditLogView } from "~/settings/audit-log-view";
import { auditFiltersOf, auditQueryOf } from "~/settings/audit-query.server";
import { auditActions, auditEntryOf } from "~/settings/audit-words";
import { verifyLog } from "~/settings/verification.server";
import { title } from "~/titles";

export const meta = () => title("Audit log");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const filters = auditFiltersOf(args.request);
  const { timeZone } = localeOf(args.request, frame.user.timezone);
  const query = { ...pageQueryOf(args.request), ...auditQueryOf(filters, timeZone) };
  const asked = new URL(args.request.url).searchParams.get("verify");
  const [log, members, verification] = await Promise.all([
    api.read(api.client.GET("/v1/audit-logs", { params: { query } })),
    api.read(api.client.GET("/v1/members", { params: { query: { limit: 100 } } })),
    verifyLog(api, asked),
  ]);
  const mayExport = frame.permissions.includes("audit:export");
  return {
    entries: log.data.map(auditEntryOf),
    nextCursor: log.nextCursor,
    filters,
    verification,
    actors: members.data.map(({ userId, name, email }) => ({ value: userId, name: name || email })),
    exportTo: mayExport ? `/o/${organization.slug}/settings/audit-log/export?${queryOf(filters)}` : undefined,
  };
}

export default function AuditLog() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  const pages = <Pagination nextCursor={nextCursor} what="the audit log" />;
  return <AuditLogView {...rest} actions={auditActions} pages={pages} />;
}
