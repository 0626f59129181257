import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import { detailOf } from "~/leads/wire.server";

/** All that is known of one lead, for the panel beside a list. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const path = { leadId: args.params["leadId"] ?? "" };
  const lead = await api.read(api.client.GET("/v1/leads/{leadId}", { params: { path } }));
  return Response.json({ lead: detailOf(lead) });
}
