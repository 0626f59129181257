import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { pressButton } from "~/form/submit.server";

const count = 10;

export async function suggest(api: Api, formData: FormData, list: string) {
  const businessId = textOf(formData, "business");
  const params = { path: { businessId } };
  const act = api.client.POST("/v1/businesses/{businessId}/topic-suggestions", { params, body: { count } });
  const to = `${list}?business=${encodeURIComponent(businessId)}`;
  return pressButton({ api, act, to, done: { message: "Topics are on their way." } });
}

export async function draft(api: Api, formData: FormData, list: string) {
  const businessId = textOf(formData, "business");
  const params = { path: { businessId } };
  const body = { goal: null };
  const act = api.client.POST("/v1/businesses/{businessId}/strategy-suggestions", { params, body });
  const to = `${list}?business=${encodeURIComponent(businessId)}`;
  return pressButton({ api, act, to, done: { message: "A strategy is on its way." } });
}
