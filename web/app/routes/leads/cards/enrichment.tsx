import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { EnrichmentAnswer } from "~/enrichment/enrichment-card";
import { enter } from "~/frame/frame.server";

const path = "/v1/leads/{leadId}/enrichment" as const;

/** What was learned of a lead's company. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const params = { path: { leadId: args.params["leadId"] ?? "" } };
  const answer: EnrichmentAnswer = await api.read(api.client.GET(path, { params }));
  return Response.json(answer);
}

/** Asks for a look; pressed again, what was learned lately is not good enough. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const params = { path: { leadId: args.params["leadId"] ?? "" } };
  const { enrichment } = await api.read(api.client.GET(path, { params }));
  const body = { afresh: enrichment !== null };
  const outcome = await api.attempt(api.client.POST(path, { params, body }));
  return Response.json({ message: outcome.ok ? null : outcome.problem.detail });
}
