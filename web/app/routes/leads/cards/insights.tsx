import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import type { InsightsAnswer } from "~/insights/insight";
import { answerWithNotice } from "~/notices.server";

/** What is found out about a lead. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const path = { leadId: args.params["leadId"] ?? "" };
  const { data } = await api.read(api.client.GET("/v1/leads/{leadId}/insights", { params: { path } }));
  const answer: InsightsAnswer = { insights: data };
  return Response.json(answer);
}

/** Seen, not of use, or open again. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  const [status, insightId] = [textOf(formData, "status"), textOf(formData, "id")];
  const params = { path: { insightId } };
  if (status === "open") {
    const outcome = await api.attempt(api.client.DELETE("/v1/insights/{insightId}/decision", { params }));
    const notice = outcome.ok
      ? { message: `“${outcome.data.title}” is back.` }
      : { message: outcome.problem.detail, tone: "failed" as const };
    return await answerWithNotice(formData, args.request.url, notice);
  }
  const body = { status: status === "dismissed" ? ("dismissed" as const) : ("acknowledged" as const) };
  const outcome = await api.attempt(api.client.PUT("/v1/insights/{insightId}/decision", { params, body }));
  return Response.json({ said: outcome.ok ? "done" : outcome.problem.detail });
}
