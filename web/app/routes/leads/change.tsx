import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import type { operations } from "../../../../sdk";
import type { Api } from "~/api.server";
import { enter } from "~/frame/frame.server";
import type { ChangeAnswer } from "~/leads/change-lead";
import { detailOf } from "~/leads/wire.server";

const move = z.object({ stageId: z.string(), reason: z.string().optional() });
const change = z.record(z.string(), z.unknown());

type Change = operations["updateLead"]["requestBody"]["content"]["application/json"];

/** A change that is made in place asks here by itself, so that it reads no page again. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { api } = await enter(args);
  const body: unknown = await args.request.json();
  const outcome = await changed(api, args.params["leadId"] ?? "", body);
  const answer: ChangeAnswer = outcome.ok
    ? { lead: detailOf(outcome.data) }
    : { message: outcome.problem.errors[0]?.detail ?? outcome.problem.detail };
  return Response.json(answer);
}

function changed(api: Api, leadId: string, body: unknown) {
  const params = { path: { leadId } };
  const moved = move.safeParse(body);
  if (moved.success) {
    const act = api.client.PUT("/v1/leads/{leadId}/stage", { params, body: moved.data });
    return api.attempt(act);
  }
  // safe: the API refuses what it does not know, and says so
  const changes = change.parse(body) as Change;
  return api.attempt(api.client.PATCH("/v1/leads/{leadId}", { params, body: changes }));
}
