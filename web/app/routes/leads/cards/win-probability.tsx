import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import type { WinAnswer } from "~/scoring/win-card";

/** How likely a lead is won, and why. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const path = { leadId: args.params["leadId"] ?? "" };
  const chance = await api.read(api.client.GET("/v1/leads/{leadId}/win-probability", { params: { path } }));
  const answer: WinAnswer = { chance };
  return Response.json(answer);
}
