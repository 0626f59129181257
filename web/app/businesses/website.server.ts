import { data } from "@remix-run/cloudflare";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import type { paths } from "../../../sdk";
import type { Business } from "./businesses-view";
import { reviewOf, reviewSchema, takenOf } from "./review";
import { factSchema, websiteSchema } from "./schemas";
import type { WebsiteData } from "./website";

type Here = { api: Api; formData: FormData; to: string; business: Business };
type Acceptance =
  paths["/v1/analyses/{analysisId}/acceptance"]["post"]["requestBody"]["content"]["application/json"];

export async function loadWebsite(api: Api, businessId: string): Promise<WebsiteData> {
  const params = { path: { businessId }, query: { limit: 1 } };
  const page = await api.read(api.client.GET("/v1/businesses/{businessId}/analyses", { params }));
  const analysis = page.data[0] ?? null;
  if (analysis?.status !== "completed") return { analysis, facts: [] };
  const found = await api.read(
    api.client.GET("/v1/analyses/{analysisId}/facts", {
      params: { path: { analysisId: analysis.id }, query: { limit: 100 } },
    }),
  );
  return { analysis, facts: found.data };
}

const acts: Record<string, (here: Here) => Promise<unknown>> = {
  read: readWebsite,
  accept,
  facts: decideAll,
  fact: decideOne,
};

/** Null where the intent is about something else. */
export async function actOnWebsite(here: Here) {
  const intent = textOf(here.formData, "intent");
  if (intent.startsWith("fact:")) return reword(here, intent);
  return (await acts[intent]?.(here)) ?? null;
}

async function readWebsite({ api, formData, business }: Here) {
  const form = await submitForm({ api, formData, intent: "read", schema: websiteSchema }, ({ website }) =>
    startReading(api, business.id, website),
  );
  return form.ok ? data(null) : form.answer;
}

export function startReading(api: Api, businessId: string, url?: string) {
  const params = { path: { businessId } };
  return api.client.POST("/v1/businesses/{businessId}/analyses", { params, body: url ? { url } : {} });
}

async function accept({ api, formData, to, business }: Here) {
  const { analysis } = await loadWebsite(api, business.id);
  if (!analysis) return null;
  const rows = reviewOf(business, analysis);
  const form = await submitForm(
    { api, formData, intent: "accept", schema: reviewSchema(rows) },
    ({ take, acceptFacts, ...typed }) => {
      // safe: the API refuses what it does not know, and says so at the field
      const changes = takenOf(rows, Array.isArray(take) ? take.map(String) : [], typed) as NonNullable<
        Acceptance["changes"]
      >;
      return api.client.POST("/v1/analyses/{analysisId}/acceptance", {
        params: { path: { analysisId: analysis.id } },
        body: { fields: [], changes, facts: acceptFacts ? "accept" : "leave" },
      });
    },
  );
  if (!form.ok) return form.answer;
  return redirectWithNotice(to, { message: "Taken over. Choose topics next." });
}

async function decideAll({ api, formData, to, business }: Here) {
  const { analysis } = await loadWebsite(api, business.id);
  if (!analysis) return null;
  const outcome = await api.attempt(
    api.client.POST("/v1/analyses/{analysisId}/fact-decisions", {
      params: { path: { analysisId: analysis.id } },
      body: { status: textOf(formData, "status") === "accepted" ? "accepted" : "rejected" },
    }),
  );
  return answered(outcome.ok ? null : outcome.problem.detail, formData, to);
}

async function decideOne({ api, formData, to }: Here) {
  const status = textOf(formData, "status") === "accepted" ? "accepted" : "rejected";
  const outcome = await api.attempt(patchFact(api, textOf(formData, "id"), { status }));
  return answered(outcome.ok ? null : outcome.problem.detail, formData, to);
}

async function reword({ api, formData, to }: Here, intent: string) {
  const form = await submitForm({ api, formData, intent, schema: factSchema }, ({ statement }) =>
    patchFact(api, intent.slice("fact:".length), { statement, status: "accepted" }),
  );
  return form.ok ? redirectWithNotice(to, { message: "Saved and accepted." }) : form.answer;
}

function patchFact(api: Api, factId: string, body: { status: "accepted" | "rejected"; statement?: string }) {
  return api.client.PATCH("/v1/analysis-facts/{factId}", { params: { path: { factId } }, body });
}

/** A decision shows in its row; only a refusal needs words. */
function answered(refusal: string | null, formData: FormData, to: string) {
  return refusal === null ? data(null) : answerWithNotice(formData, to, { message: refusal, tone: "failed" });
}
