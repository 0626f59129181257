import { data, redirect } from "@remix-run/cloudflare";
import { plainTheme } from "../../../worker/forms/pure/theme";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { formSentenceSchema } from "~/schemas/form";
import { redirectWithNotice } from "~/notices.server";
import type { Definition } from "./definition";
import { sent } from "./form.server";

/** Makes what was asked for and goes on to where it is built. */
export async function makeForm(api: Api, formData: FormData, listTo: string) {
  if (textOf(formData, "intent") === "draft") return draftForm(api, formData, listTo);
  const body = bodyOf(formData);
  if (!body) throw data(null, { status: 400 });
  const outcome = await api.attempt(api.client.POST("/v1/forms", { body }));
  if (outcome.ok) return redirect(`${listTo}/${outcome.data.id}`);
  return redirectWithNotice(`${listTo}/new`, { message: outcome.problem.detail, tone: "failed" });
}

/** Written from a sentence, kept as a form that nobody sees, and opened to be corrected. */
async function draftForm(api: Api, formData: FormData, listTo: string) {
  const draft = await submitForm({ api, formData, intent: "draft", schema: formSentenceSchema }, (body) =>
    api.client.POST("/v1/form-drafts", { body }),
  );
  if (!draft.ok) return draft.answer;
  const { name, definition } = draft.data;
  const body = { businessId: draft.value.businessId, name, definition };
  const outcome = await api.attempt(api.client.POST("/v1/forms", { body }));
  if (!outcome.ok)
    return redirectWithNotice(`${listTo}/new`, { message: outcome.problem.detail, tone: "failed" });
  const message = "Here is a draft. Correct it; nobody sees it before you publish it.";
  return redirectWithNotice(`${listTo}/${outcome.data.id}`, { message });
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
