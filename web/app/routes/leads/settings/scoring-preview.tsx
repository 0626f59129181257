import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { operations } from "../../../../../sdk";
import { enter } from "~/frame/frame.server";
import type { Tried } from "~/scoring/use-preview";

type Change = operations["startScoringPreview"]["requestBody"]["content"]["application/json"];

/** How far a trial is. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { api } = await enter(args);
  const previewId = new URL(args.request.url).searchParams.get("preview") ?? "";
  const params = { path: { previewId } };
  return Response.json(await api.read(api.client.GET("/v1/scoring-previews/{previewId}", { params })));
}

/** Tries a rule as it is being edited. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { api } = await enter(args);
  // safe: the API refuses what it does not know, and says so
  const body = (await args.request.json()) as Change;
  const outcome = await api.attempt(api.client.POST("/v1/scoring-previews", { body }));
  const answer: Tried = outcome.ok
    ? outcome.data
    : { message: outcome.problem.errors[0]?.detail ?? outcome.problem.detail };
  return Response.json(answer);
}
