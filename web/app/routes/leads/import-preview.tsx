import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import type { Plan, PreviewAnswer } from "~/imports/import";

/** The first rows of a file under another plan; the page around them stays. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { api } = await enter(args);
  const params = { path: { importId: args.params["importId"] ?? "" } };
  const body = (await args.request.json()) as Plan; // safe: the API refuses what it does not know
  const outcome = await api.attempt(api.client.POST("/v1/lead-imports/{importId}/preview", { params, body }));
  const answer: PreviewAnswer = outcome.ok
    ? { preview: outcome.data }
    : { message: outcome.problem.errors[0]?.detail ?? outcome.problem.detail };
  return Response.json(answer);
}
