import { data } from "@remix-run/cloudflare";
import type { output } from "zod";
import { type Api, pathOf } from "~/api.server";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { type linkSchema, repointSchema } from "~/schemas/link";
import { countOf } from "~/words/format";

/** Archives or brings back; both can be taken back from their notice. */
export async function archiveOrRestore(api: Api, request: Request, formData: FormData) {
  const [intent, id = "", name = ""] = ["intent", "id", "name"].map((field) => textOf(formData, field));
  const params = { path: { linkId: id } };
  const to = pathOf(request);
  const isArchiving = intent === "archive";
  const act = isArchiving
    ? api.client.PUT("/v1/links/{linkId}/archive", { params })
    : api.client.DELETE("/v1/links/{linkId}/archive", { params });
  const outcome = await api.attempt(act);
  if (!outcome.ok)
    return await answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  return await answerWithNotice(formData, to, {
    message: isArchiving ? `“${name}” is archived.` : `“${name}” is in use again.`,
    undo: { action: to, fields: { intent: isArchiving ? "restore" : "archive", id, name } },
  });
}

/** One step for every link that leads to the same dead place. */
export async function repoint(api: Api, request: Request, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: textOf(formData, "intent"), schema: repointSchema },
    (body) => api.client.POST("/v1/link-repointings", { body }),
  );
  if (!form.ok) return form.answer;
  return await redirectWithNotice(pathOf(request), {
    message: `${countOf(form.data.links, "link")} lead${form.data.links === 1 ? "s" : ""} to the new target now.`,
  });
}

/** A person's word on a click, which can be taken back. */
export async function judge(api: Api, request: Request, linkId: string, formData: FormData) {
  const [clickId = "", verdict = "", before = ""] = ["id", "verdict", "before"].map((field) =>
    textOf(formData, field),
  );
  if (!isVerdict(verdict) && verdict !== "rules") throw data(null, { status: 400 });
  const to = pathOf(request);
  const body = { verdict: isVerdict(verdict) ? verdict : null };
  const params = { path: { linkId, clickId } };
  const outcome = await api.attempt(
    api.client.PATCH("/v1/links/{linkId}/clicks/{clickId}", { params, body }),
  );
  if (!outcome.ok)
    return await answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  return await answerWithNotice(formData, to, {
    message: "The numbers follow.",
    undo: { action: to, fields: { intent: "judge", id: clickId, verdict: before, before: verdict } },
  });
}

function isVerdict(value: string): value is "human" | "suspect" | "bot" {
  return value === "human" || value === "suspect" || value === "bot";
}

/** A form as the API takes it: what is left empty is not there. */
export function bodyOf(value: output<typeof linkSchema>) {
  const { url, name, source, medium, campaign, term, content, expires, passesIds } = value;
  return {
    url,
    ...(name ? { name } : {}),
    utm: { source, medium, campaign, term, content },
    expiresAt: expires ? `${expires}T23:59:59.000Z` : null,
    passesIds,
  };
}
