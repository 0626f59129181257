import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { confirmPath, submitForm } from "~/form/submit.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { redirect } from "@remix-run/cloudflare";
import type { paths } from "../../../sdk";
import type { Business } from "./businesses-view";
import { changeOf, schemaOf } from "./profile-field";
import { findSection } from "./profile-sections";
import { promotionSchema } from "./schemas";

export type Change =
  paths["/v1/businesses/{businessId}"]["patch"]["requestBody"]["content"]["application/json"];
type Here = { api: Api; formData: FormData; to: string };

/** Puts a business away or brings it back, with the other as its Undo. */
export async function setArchived({ api, formData, to }: Here, archive: boolean) {
  const id = textOf(formData, "id");
  const name = textOf(formData, "name");
  const params = { path: { businessId: id } };
  const address = "/v1/businesses/{businessId}/archive";
  const outcome = await api.attempt(
    archive ? api.client.PUT(address, { params }) : api.client.DELETE(address, { params }),
  );
  if (outcome.ok) {
    const undo = { action: to, fields: { intent: archive ? "restore" : "archive", id, name } };
    const message = archive ? `“${name}” is archived.` : `“${name}” is back.`;
    return answerWithNotice(formData, to, { message, undo });
  }
  if (outcome.problem.code === "reauthentication_required") return redirect(confirmPath(to));
  return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
}

type OneHere = Here & { business: Business };

/** One form of the profile; null where no form has this name. */
export async function saveSection({ api, formData, to, business }: OneHere) {
  const intent = textOf(formData, "intent");
  const section = findSection(intent, business);
  if (!section) return null;
  const { fields } = section;
  const form = await submitForm({ api, formData, intent, schema: schemaOf(fields) }, (typed) =>
    // safe: the API refuses what it does not know, and says so at the field
    patch(api, business, changeOf(fields, typed) as Change),
  );
  return form.ok ? redirectWithNotice(to, { message: `${section.title} saved.` }) : form.answer;
}

/** `promotion:add`, or `promotion:2` for the third of them. */
export async function savePromotion({ api, formData, to, business }: OneHere) {
  const intent = textOf(formData, "intent");
  const index = Number(intent.split(":")[1]);
  const form = await submitForm(
    { api, formData, intent, schema: promotionSchema },
    ({ description = "", ...rest }) => {
      const promotion = { ...rest, description };
      const { promotions } = business;
      const next = Number.isInteger(index) ? promotions.with(index, promotion) : [...promotions, promotion];
      return patch(api, business, { promotions: next });
    },
  );
  return form.ok ? redirectWithNotice(to, { message: "Promotions saved." }) : form.answer;
}

export async function removePromotion({ api, formData, to, business }: OneHere) {
  const index = Number(textOf(formData, "index"));
  const name = textOf(formData, "name");
  if (business.promotions[index]?.name !== name) {
    return redirectWithNotice(to, { message: "Somebody changed it meanwhile.", tone: "failed" });
  }
  const promotions = business.promotions.toSpliced(index, 1);
  const outcome = await api.attempt(patch(api, business, { promotions }));
  if (!outcome.ok) return redirectWithNotice(to, { message: outcome.problem.detail, tone: "failed" });
  const fields = { intent: "promotion:restore", promotion: JSON.stringify(business.promotions[index]) };
  return redirectWithNotice(to, { message: `“${name}” is removed.`, undo: { action: to, fields } });
}

/** What the toast of a removal takes back. */
export async function restorePromotion({ api, formData, to, business }: OneHere) {
  const promotion = promotionSchema.safeParse(JSON.parse(textOf(formData, "promotion") || "null"));
  if (!promotion.success)
    return answerWithNotice(formData, to, { message: "Nothing to take back.", tone: "failed" });
  const { description = "", ...rest } = promotion.data;
  const promotions = [...business.promotions, { ...rest, description }];
  const outcome = await api.attempt(patch(api, business, { promotions }));
  const message = outcome.ok ? `“${rest.name}” is back.` : outcome.problem.detail;
  return answerWithNotice(formData, to, { message, tone: outcome.ok ? "done" : "failed" });
}

function patch(api: Api, { id }: Business, body: Change) {
  return api.client.PATCH("/v1/businesses/{businessId}", { params: { path: { businessId: id } }, body });
}
