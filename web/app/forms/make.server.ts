import { data, redirect } from "@remix-run/cloudflare";
import { plainTheme } from "../../../worker/forms/pure/theme";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { redirectWithNotice } from "~/notices.server";
import type { Definition } from "./definition";
import { sent } from "./form.server";

/** Makes what was asked for and goes on to where it is built. */
export async function makeForm(api: Api, formData: FormData, listTo: string) {
  const body = bodyOf(formData);
  if (!body) throw data(null, { status: 400 });
  const outcome = await api.attempt(api.client.POST("/v1/forms", { body }));
  if (outcome.ok) return redirect(`${listTo}/${outcome.data.id}`);
  return redirectWithNotice(`${listTo}/new`, { message: outcome.problem.detail, tone: "failed" });
}

function bodyOf(formData: FormData) {
  const businessId = textOf(formData, "businessId");
  switch (textOf(formData, "intent")) {
    case "template":
      // safe: a template that is none is refused by the API
      return { businessId, template: textOf(formData, "template") as "contact" };
    case "blank":
      return { businessId, name: "New form", definition: sent(blank) };
    default:
      return null;
  }
}

const blank: Definition = {
  language: "en",
  title: "",
  fields: [],
  endings: [{ key: "thanks", kind: "message", title: "Thank you" }],
  theme: plainTheme,
};
