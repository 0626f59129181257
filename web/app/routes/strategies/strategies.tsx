import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { StrategiesView } from "~/strategies/strategies-view";
import { changeStrategy } from "~/strategies/change.server";
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
  if (!business) return { ...shared, strategies: [], nextCursor: null };
  const query = { ...pageQueryOf(args.request), archived: archived ? ("true" as const) : ("false" as const) };
  const params = { path: { businessId: business.id }, query };
  const page = await api.read(api.client.GET("/v1/businesses/{businessId}/strategies", { params }));
  return { ...shared, strategies: page.data, nextCursor: page.nextCursor };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  return changeStrategy(api, args.request, await args.request.formData());
}

export default function Strategies() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <StrategiesView {...rest} pages={<Pagination nextCursor={nextCursor} what="strategies" />} />;
}
