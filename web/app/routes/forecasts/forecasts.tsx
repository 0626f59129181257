import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ForecastsView } from "~/forecasts/forecasts-view";
import { isType } from "~/forecasts/forecast";
import { pressButton } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { title } from "~/titles";

export const meta = () => title("Forecast");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("type");
  const type = isType(asked) ? asked : "revenue";
  const granularity = searchParams.get("by") === "month" ? "month" : "week";
  const [current, sources] = await Promise.all([
    api.read(api.client.GET("/v1/forecasts/current", { params: { query: { granularity } } })),
    api.read(api.client.GET("/v1/lead-sources", { params: { query: { limit: 100 } } })),
  ]);
  return {
    type,
    granularity,
    forecast: current.data.find((each) => each.type === type),
    sources: Object.fromEntries(sources.data.map(({ id, name }) => [id, name])),
    mayOrder: frame.permissions.includes("leads:write"),
  } as const;
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") !== "order") throw data(null, { status: 400 });
  const { pathname, search } = new URL(args.request.url);
  const to = `${pathname.replace(/\.data$/, "")}${search}`;
  const done = { message: "It is being computed, and here within seconds." };
  return pressButton({ api, act: api.client.POST("/v1/forecasts", {}), to, done });
}

export default function Forecasts() {
  return <ForecastsView {...useLoaderData<typeof loader>()} />;
}
