import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import { enter } from "~/frame/frame.server";
import { scoreAnswer } from "~/scoring/score.server";
import type { SentScore } from "~/scoring/send-score";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  return Response.json(await scoreAnswer(await enter(args), args.params["leadId"] ?? ""));
}

const said = z.union([
  z.object({ score: z.number(), note: z.string(), expiresAt: z.string().nullable() }),
  z.object({ follow: z.literal(true) }),
]);

/** Sets the score by hand, or lets the rules have their say again. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const entered = await enter(args);
  const leadId = args.params["leadId"] ?? "";
  const params = { path: { leadId } };
  const { client, attempt } = entered.api;
  const body = said.parse(await args.request.json());
  const address = "/v1/leads/{leadId}/score/override";
  const outcome = await attempt(
    "follow" in body ? client.DELETE(address, { params }) : client.PUT(address, { params, body }),
  );
  const answer: SentScore = outcome.ok
    ? await scoreAnswer(entered, leadId)
    : { message: outcome.problem.errors[0]?.detail ?? outcome.problem.detail };
  return Response.json(answer);
}
