import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import { activityOf } from "~/activities/wire.server";
import { enter } from "~/frame/frame.server";
import type { operations } from "../../../../../sdk";

/** What is still to be done about a lead, first due first. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const params = { path: { leadId: args.params["leadId"] ?? "" }, query: { limit: 50 } };
  const { data } = await api.read(api.client.GET("/v1/leads/{leadId}/activities", { params }));
  return Response.json(data.map(activityOf));
}

const anything = z.record(z.string(), z.unknown());
type Body = operations["createActivity"]["requestBody"]["content"]["application/json"];

/** Writes down what was done, or what is to be done. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const params = { path: { leadId: args.params["leadId"] ?? "" } };
  // safe: the API refuses what it does not know, and says so
  const body = anything.parse(await args.request.json()) as Body;
  const outcome = await api.attempt(api.client.POST("/v1/leads/{leadId}/activities", { params, body }));
  if (outcome.ok) return Response.json({ activity: activityOf(outcome.data) });
  const { errors, detail } = outcome.problem;
  return Response.json({ message: errors[0]?.detail ?? detail });
}
