import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";
import { localeOf } from "~/locale.server";
import { auditFiltersOf, auditQueryOf } from "~/settings/audit-query.server";

/** The file itself, streamed through: a link cannot name the organization that it is about. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const { timeZone } = localeOf(args.request, frame.user.timezone);
  const query = auditQueryOf(auditFiltersOf(args.request), timeZone);
  const { response } = await api.client.GET("/v1/audit-logs/export", {
    params: { query },
    parseAs: "stream",
  });
  return fileAnswer(response);
}
