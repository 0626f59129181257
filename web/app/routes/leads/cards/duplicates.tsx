import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { DuplicatesAnswer } from "~/duplicates/duplicates-card";
import { pairOf } from "~/duplicates/duplicates.server";
import { enter } from "~/frame/frame.server";

/** Whom a lead may be besides, and whom it has taken up. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const { client, read } = api;
  const params = { path: { leadId: args.params["leadId"] ?? "" } };
  const [duplicates, merges] = await Promise.all([
    read(client.GET("/v1/leads/{leadId}/duplicates", { params })),
    read(client.GET("/v1/leads/{leadId}/merges", { params })),
  ]);
  const answer: DuplicatesAnswer = {
    pairs: duplicates.data.flatMap(pairOf),
    merges: merges.data.filter(({ canBeUndone }) => canBeUndone),
    mayWrite: frame.permissions.includes("leads:write"),
    leadsTo: `/o/${organization.slug}/leads`,
  };
  return Response.json(answer);
}
