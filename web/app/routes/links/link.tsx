import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { archiveOrRestore, bodyOf, judge, judgeRange, unjudgeRange } from "~/links/change.server";
import type { Counted } from "~/links/clicks-chart";
import { JudgeRangePanel } from "~/links/judge-range-panel";
import { LinkEditPanel } from "~/links/link-panels";
import { LinkView, periods } from "~/links/link-view";
import { localeOf } from "~/locale.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { linkSchema } from "~/schemas/link";
import { title } from "~/titles";

export const meta = () => title("Link");

const dayMs = 86_400_000;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const path = { linkId: args.params.linkId ?? "" };
  const { searchParams } = new URL(args.request.url);
  const days = periods.find((each) => String(each) === searchParams.get("days")) ?? 60;
  const from = new Date(Date.now() - (days - 1) * dayMs).toISOString().slice(0, 10);
  const [link, stats, clicks] = await Promise.all([
    api.read(api.client.GET("/v1/links/{linkId}", { params: { path } })),
    api.read(api.client.GET("/v1/links/{linkId}/stats", { params: { path, query: { from } } })),
    api.read(
      api.client.GET("/v1/links/{linkId}/clicks", { params: { path, query: pageQueryOf(args.request) } }),
    ),
  ]);
  const base = `/o/${organization.slug}`;
  const { pieceId } = link.source;
  const mayWrite = frame.permissions.includes("links:write");
  return {
    link,
    stats,
    days,
    mayWrite,
    clicks: clicks.data,
    nextCursor: clicks.nextCursor,
    counted: countedOf(searchParams.get("count")),
    side: mayWrite ? sideOf(searchParams) : null,
    listTo: `${base}/links`,
    pieceTo: pieceId ? `${base}/pieces/${pieceId}` : undefined,
  };
}

function sideOf(searchParams: URLSearchParams) {
  return searchParams.has("edit") ? "edit" : searchParams.has("judge") ? "judge" : null;
}

function countedOf(asked: string | null): Counted {
  return asked === "machines" || asked === "all" ? asked : "people";
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization, frame } = await enter(args);
  const formData = await args.request.formData();
  const intent = textOf(formData, "intent");
  const linkId = args.params.linkId ?? "";
  if (intent === "archive" || intent === "restore") return archiveOrRestore(api, args.request, formData);
  if (intent === "judge") return judge(api, args.request, linkId, formData);
  if (intent === "judge-range") {
    const { timeZone } = localeOf(args.request, frame.user.timezone);
    return judgeRange(api, { request: args.request, linkId, timeZone }, formData);
  }
  if (intent === "unjudge-range") return unjudgeRange(api, args.request, linkId, formData);
  if (intent !== "update") throw data(null, { status: 400 });
  const form = await submitForm({ api, formData, intent, schema: linkSchema }, (value) =>
    api.client.PATCH("/v1/links/{linkId}", { params: { path: { linkId } }, body: bodyOf(value) }),
  );
  if (!form.ok) return form.answer;
  return await redirectWithNotice(`/o/${organization.slug}/links/${linkId}`, { message: "Saved." });
}

export default function LinkScreen() {
  const { nextCursor, side, ...rest } = useLoaderData<typeof loader>();
  const closeTo = `${rest.listTo}/${rest.link.id}`;
  return (
    <LinkView
      {...rest}
      pages={<Pagination nextCursor={nextCursor} what="clicks" />}
      panel={
        side === "edit" ? (
          <LinkEditPanel link={rest.link} closeTo={closeTo} />
        ) : (
          side === "judge" && <JudgeRangePanel clicks={rest.clicks} closeTo={closeTo} />
        )
      }
    />
  );
}
