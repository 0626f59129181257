import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { UsageView } from "~/settings/usage-view";
import { title } from "~/titles";

export const meta = () => title("Usage & plan");

export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const [usage, plans] = await Promise.all([
    api.read(api.client.GET("/v1/usage")),
    api.read(api.client.GET("/v1/plans", { params: { query: { limit: 100 } } })),
  ]);
  return { usage, plans: plans.data };
}

export default function Usage() {
  return <UsageView {...useLoaderData<typeof loader>()} />;
}
