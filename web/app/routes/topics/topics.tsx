import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";
import { businessOf } from "~/topics/business.server";
import { suggest } from "~/topics/suggest.server";
import { decide } from "~/topics/decide.server";
import { isTopicStatus } from "~/topics/topic";
import { TopicsView } from "~/topics/topics-view";

export const meta = () => title("Topics");

type Entered = Awaited<ReturnType<typeof enter>>;

export async function loader(args: LoaderFunctionArgs) {
  const entered = await enter(args);
  const { frame, organization, api } = entered;
  const base = `/o/${organization.slug}`;
  const mayWrite = frame.permissions.includes("content:write");
  const { businesses, business } = await businessOf(api, args.request);
  const query = business ? `?business=${business.id}` : "";
  return {
    businesses,
    business,
    mayWrite,
    businessesTo: mayWrite ? `${base}/businesses` : undefined,
    strategiesTo: `${base}/strategies${query}`,
    addTo: `${base}/topics/new${query}`,
    bundleTo: `${base}/bundles/new${query}`,
    ...(await topicsOf(entered, args.request, business?.id)),
  };
}

async function topicsOf({ api }: Entered, request: Request, businessId: string | undefined) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("status");
  const status = isTopicStatus(asked) ? asked : ("suggested" as const);
  const order = searchParams.get("order") === "newest" ? ("newest" as const) : ("engagement" as const);
  const none = { suggested: 0, chosen: 0, rejected: 0, used: 0 };
  if (!businessId) return { topics: [], nextCursor: null, counts: none, run: null, status, order };
  const path = { businessId };
  const query = { ...pageQueryOf(request), status, order };
  const [topics, counts, run] = await Promise.all([
    api.read(api.client.GET("/v1/businesses/{businessId}/topics", { params: { path, query } })),
    api.read(api.client.GET("/v1/businesses/{businessId}/topic-counts", { params: { path } })),
    api.read(api.client.GET("/v1/businesses/{businessId}/topic-suggestions", { params: { path } })),
  ]);
  return { topics: topics.data, nextCursor: topics.nextCursor, counts, run, status, order };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") === "decide") return decide(api, args.request, formData);
  if (formData.get("intent") === "suggest") return suggest(api, formData, `/o/${organization.slug}/topics`);
  throw data(null, { status: 400 });
}

export default function Topics() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return (
    <TopicsView {...rest} pages={<Pagination nextCursor={nextCursor} what="topics" />} panel={<Outlet />} />
  );
}
