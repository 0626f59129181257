import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice } from "~/notices.server";

/** Held apart or let in; either is taken back by the other. */
export async function decideSubmission(api: Api, formData: FormData, intent: "release" | "mark", to: string) {
  const id = textOf(formData, "id");
  const params = { path: { submissionId: id } };
  const isReleased = intent === "release";
  const outcome = await api.attempt(
    isReleased
      ? api.client.DELETE("/v1/submissions/{submissionId}/spam", { params })
      : api.client.PUT("/v1/submissions/{submissionId}/spam", { params }),
  );
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  return answerWithNotice(formData, to, {
    message: isReleased ? "Released: it is in the inbox, and a lead." : "Held apart as spam.",
    undo: { action: to, fields: { intent: isReleased ? "mark" : "release", id } },
  });
}
