import { data } from "@remix-run/cloudflare";
import { type Api, pathOf } from "~/api.server";
import { answerWithNotice } from "~/notices.server";
import { decisionSchema, type TopicDecision } from "~/schemas/topic";

const done: Record<TopicDecision, string> = {
  chosen: "chosen",
  rejected: "rejected",
  suggested: "put back to the suggestions",
};

/** Chooses, rejects or puts back, one or many; the notice that says so can take it back. */
export async function decide(api: Api, request: Request, formData: FormData) {
  const parsed = decisionSchema.safeParse(Object.fromEntries(formData));
  if (!parsed.success) throw data(null, { status: 400 });
  const { business, ids, status, was, name } = parsed.data;
  const params = { path: { businessId: business } };
  const body = { topicIds: ids, status };
  const outcome = await api.attempt(api.client.PATCH("/v1/businesses/{businessId}/topics", { params, body }));
  const to = pathOf(request);
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  const what = ids.length === 1 && name ? `“${shortened(name)}” is` : `${ids.length} topics are`;
  const message = `${ids.length === 1 && !name ? "The topic is" : what} ${done[status]}.`;
  const fields = { intent: "decide", business, ids: ids.join(","), status: was, was: status, name };
  return answerWithNotice(formData, to, { message, undo: { action: to, fields } });
}

function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}
