import { data } from "@remix-run/cloudflare";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";

type Where = {
  leadId: string;
  /** Where leads are; what is told there can be taken back from anywhere. */
  leadsTo: string;
  /** Where somebody is when they ask. */
  here: string;
  /** Where they are led when it is done. */
  next: string;
};

const path = "/v1/leads/{leadId}/deletion" as const;

/** Deletes a lead, brings it back, or erases it. */
export async function actOnDeletion(api: Api, formData: FormData, where: Where) {
  switch (formData.get("intent")) {
    case "delete":
      return await remove(api, formData, where);
    case "restore":
      return await restore(api, formData, where);
    case "erase":
      return await erase(api, formData, where);
    default:
      throw data(null, { status: 400 });
  }
}

async function remove(api: Api, formData: FormData, { leadId, leadsTo, here, next }: Where) {
  const outcome = await api.attempt(api.client.PUT(path, { params: { path: { leadId } } }));
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  const name = textOf(formData, "name");
  const undo = { action: `${leadsTo}/${leadId}`, fields: { intent: "restore", name } };
  const notice = { message: `${name} is deleted.`, undo };
  return formData.get("quiet") === null
    ? redirectWithNotice(next, notice)
    : answerWithNotice(formData, next, notice);
}

async function restore(api: Api, formData: FormData, { leadId, leadsTo, here, next }: Where) {
  const outcome = await api.attempt(api.client.DELETE(path, { params: { path: { leadId } } }));
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  const name = textOf(formData, "name");
  const undo = { action: `${leadsTo}/${leadId}`, fields: { intent: "delete", name } };
  return answerWithNotice(formData, next, { message: `${name} is back.`, undo });
}

/** What was typed is compared once more: without script nothing held the button back. */
async function erase(api: Api, formData: FormData, { leadId, here, next }: Where) {
  const name = textOf(formData, "name");
  if (textOf(formData, "confirmation").trim() !== name)
    return failed(formData, here, `Type “${name}” to erase them. Nothing was erased.`);
  const act = api.client.POST("/v1/leads/{leadId}/erasure", { params: { path: { leadId } } });
  const outcome = await api.attempt(act);
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  return redirectWithNotice(next, { message: "They are erased, with all that was kept of them." });
}

function failed(formData: FormData, here: string, message: string) {
  return answerWithNotice(formData, here, { message, tone: "failed" });
}
