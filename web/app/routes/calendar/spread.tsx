import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import type { SpreadPlan } from "~/calendar/spread-dialog";

/** No screen of its own: the bundles there are, and where the pieces of one would go. Nothing is changed. */
export async function loader(args: LoaderFunctionArgs): Promise<SpreadPlan> {
  const { api } = await enter(args);
  const list = await api.read(api.client.GET("/v1/bundles", { params: { query: { limit: 100 } } }));
  const bundles = list.data.map(({ id, name }) => ({ id, name }));
  const bundleId = new URL(args.request.url).searchParams.get("bundle") ?? bundles[0]?.id ?? null;
  if (!bundleId) return { bundles, bundleId, timezone: "UTC", placements: [], left: 0, usual: [] };
  const params = { path: { bundleId } };
  const plan = await api.read(
    api.client.POST("/v1/bundles/{bundleId}/schedule", { params, body: { dryRun: true } }),
  );
  const usual = Object.entries(plan.basis).flatMap(([channel, basis]) =>
    basis === "usual" ? [channel] : [],
  );
  const { timezone, placements, left } = plan;
  return { bundles, bundleId, timezone, placements, left: left.length, usual };
}
