import type { Api, Outcome } from "~/api.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import type { Notice } from "~/toasts/notify";

/** `address` is the form's own page, `search` which panel is open there. */
export type Here = { api: Api; formData: FormData; formId: string; address: string; search: string };
type Act = (here: Here) => Promise<unknown>;

/** What can be done with a form as a whole, by the intent of what was pressed. */
export const formActs: Record<string, Act> = {
  async publish(here) {
    const body = { revision: Number(textOf(here.formData, "revision")) };
    const act = here.api.client.PUT("/v1/forms/{formId}/publication", { params: of(here), body });
    return told(here, await here.api.attempt(act), "Published. Visitors see it now.");
  },
  async unpublish(here) {
    const act = here.api.client.DELETE("/v1/forms/{formId}/publication", { params: of(here) });
    return told(
      here,
      await here.api.attempt(act),
      "Unpublished. Its page answers no more; the answers are kept.",
    );
  },
  async duplicate(here) {
    const act = here.api.client.POST("/v1/forms/{formId}/copies", { params: of(here) });
    const outcome = await here.api.attempt(act);
    if (!outcome.ok) return told(here, outcome, "");
    const to = here.address.replace(here.formId, outcome.data.id);
    return redirectWithNotice(to, { message: `This is the copy: “${outcome.data.name}”.` });
  },
  async archive(here) {
    const act = here.api.client.PUT("/v1/forms/{formId}/archive", { params: of(here) });
    const undo = { action: here.address, fields: { intent: "unarchive" } };
    return told(here, await here.api.attempt(act), "Archived, and taken down where it was published.", undo);
  },
  async unarchive(here) {
    const act = here.api.client.DELETE("/v1/forms/{formId}/archive", { params: of(here) });
    return told(here, await here.api.attempt(act), "It is back, not published.");
  },
  async restore(here) {
    const versionId = textOf(here.formData, "versionId");
    const act = here.api.client.POST("/v1/forms/{formId}/versions/{versionId}/restoration", {
      params: { path: { formId: here.formId, versionId } },
      body: { revision: Number(textOf(here.formData, "revision")) },
    });
    const words = `Version ${textOf(here.formData, "number")} stands in your draft. What stood there is kept as a version.`;
    return told(here, await here.api.attempt(act), words);
  },
  async "set-secret"(here) {
    const body = { secret: textOf(here.formData, "secret") };
    const act = here.api.client.PUT("/v1/forms/{formId}/challenge-secret", { params: of(here), body });
    return told(here, await here.api.attempt(act), "The secret is set.");
  },
  async "remove-secret"(here) {
    const act = here.api.client.DELETE("/v1/forms/{formId}/challenge-secret", { params: of(here) });
    return told(here, await here.api.attempt(act), "The secret is gone. Nothing is challenged any more.");
  },
};

function of({ formId }: Here) {
  return { path: { formId } };
}

async function told<T>(here: Here, outcome: Outcome<T>, message: string, undo?: Notice["undo"]) {
  const [first] = outcome.ok ? [] : outcome.problem.errors;
  const notice = outcome.ok
    ? { message, ...(undo ? { undo } : {}) }
    : { message: first?.detail ?? outcome.problem.detail, tone: "failed" as const };
  const { formData, address, search } = here;
  if (formData.get("quiet") !== null) return answerWithNotice(formData, address, notice);
  return redirectWithNotice(address + search, notice);
}
