import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { StrategiesView } from "~/strategies/strategies-view";
import { changeStrategy } from "~/strategies/change.server";
import { draft } from "~/topics/suggest.server";
import { title } from "~/titles";
import { businessOf } from "~/topics/business.server";

export const meta = () => title("Strategies");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const base = `/o/${organization.slug}`;
  const mayWrite = frame.permissions.includes("content:write");
  const { businesses, business } = await businessOf(api, args.request);
  const archived = new URL(args.request.url).searchParams.get("archived") === "true";
  const shared = {
    businesses,
    business,
    archived,
    mayWrite,
    topicsTo: `${base}/topics${business ? `?business=${business.id}` : ""}`,
    businessesTo: mayWrite ? `${base}/businesses` : undefined,
  };
  if (!business) return { ...shared, run: null, strategies: [], nextCursor: null };
  const query = { ...pageQueryOf(args.request), archived: archived ? ("true" as const) : ("false" as const) };
  const params = { path: { businessId: business.id }, query };
  const { path } = params;
  const [page, run] = await Promise.all([
    api.read(api.client.GET("/v1/businesses/{businessId}/strategies", { params })),
    api.read(api.client.GET("/v1/businesses/{businessId}/strategy-suggestions", { params: { path } })),
  ]);
  return { ...shared, run, strategies: page.data, nextCursor: page.nextCursor };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") === "suggest") return draft(api, formData, `/o/${organization.slug}/strategies`);
  return changeStrategy(api, args.request, formData);
}

export default function Strategies() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <StrategiesView {...rest} pages={<Pagination nextCursor={nextCursor} what="strategies" />} />;
}
