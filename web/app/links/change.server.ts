import { data } from "@remix-run/cloudflare";
import type { output } from "zod";
import { type Api, pathOf } from "~/api.server";
import { instantAt } from "~/calendar/clock";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { judgeRangeSchema, type linkSchema, repointSchema } from "~/schemas/link";
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

const minuteMs = 60_000;

/** All clicks of a time at once, its last minute included; taken back, the rules judge each of them again. */
export async function judgeRange(api: Api, { request, linkId, timeZone }: Judging, formData: FormData) {
  const schema = judgeRangeSchema;
  const form = await submitForm({ api, formData, intent: "judge-range", schema }, (value) =>
    orderJudgement(api, linkId, rangeOf(value, timeZone), value.verdict),
  );
  if (!form.ok) return form.answer;
  const { verdict } = form.value;
  const to = new URL(request.url).pathname;
  const undo = { action: to, fields: { intent: "unjudge-range", ...rangeOf(form.value, timeZone) } };
  return await redirectWithNotice(to, {
    message: "The clicks of that time are being judged. The numbers follow.",
    ...(verdict === "rules" ? {} : { undo }),
  });
}

export async function unjudgeRange(api: Api, request: Request, linkId: string, formData: FormData) {
  const range = { from: textOf(formData, "from"), to: textOf(formData, "to") };
  const outcome = await api.attempt(orderJudgement(api, linkId, range, "rules"));
  return await answerWithNotice(
    formData,
    pathOf(request),
    outcome.ok
      ? { message: "The rules judge these clicks again. The numbers follow." }
      : { message: outcome.problem.detail, tone: "failed" },
  );
}

type Judging = { request: Request; linkId: string; timeZone: string };
type Range = { from: string; to: string };

function orderJudgement(api: Api, linkId: string, range: Range, verdict: "bot" | "human" | "rules") {
  const body = { ...range, verdict: verdict === "rules" ? null : verdict };
  return api.client.POST("/v1/links/{linkId}/judgements", { params: { path: { linkId } }, body });
}

function rangeOf({ from, to }: Range, timeZone: string): Range {
  const momentOf = (shown: string) =>
    Date.parse(instantAt({ day: shown.slice(0, 10), time: shown.slice(11, 16) }, timeZone));
  return {
    from: new Date(momentOf(from)).toISOString(),
    to: new Date(momentOf(to) + minuteMs).toISOString(),
  };
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
