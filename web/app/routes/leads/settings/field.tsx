import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { output } from "zod";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { FieldPanel } from "~/leads/settings/field-panel";
import { keyOf } from "~/leads/settings/setting-words";
import { redirectWithNotice } from "~/notices.server";
import { fieldSchema } from "~/schemas/lead-settings";
import { title } from "~/titles";

export const meta = () => title("Field");

/** `new` is a field that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const closeTo = `/o/${organization.slug}/settings/lead-fields`;
  const fieldId = args.params["fieldId"] ?? "";
  if (fieldId === "new") return { field: null, closeTo };
  const path = { fieldId };
  const field = await api.read(api.client.GET("/v1/custom-fields/{fieldId}", { params: { path } }));
  return { field, closeTo };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const intent = formData.get("intent");
  const fieldId = args.params["fieldId"] ?? "";
  const params = { path: { fieldId } };
  const to = `/o/${organization.slug}/settings/lead-fields`;
  if (intent === "archive" || intent === "restore") {
    const archived = intent === "archive";
    const act = api.client.PATCH("/v1/custom-fields/{fieldId}", { params, body: { archived } });
    const message = archived
      ? "The field is archived. Leads keep what they have in it."
      : "The field is back.";
    return pressButton({ api, act, to, done: { message } });
  }
  if (intent !== "save") throw data(null, { status: 400 });
  const form = await submitForm({ api, formData, intent: "save", schema: fieldSchema }, (value) => {
    const { type, ...body } = bodyOf(value);
    return fieldId === "new"
      ? api.client.POST("/v1/custom-fields", { body: { ...body, type, key: keyOf(value.label) } })
      : api.client.PATCH("/v1/custom-fields/{fieldId}", { params, body });
  });
  return form.ok ? redirectWithNotice(to, { message: `“${form.data.label}” is saved.` }) : form.answer;
}

function bodyOf({ options, ...rest }: output<typeof fieldSchema>) {
  const choices = options
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return { ...rest, options: choices };
}

export default function Field() {
  const page = useLoaderData<typeof loader>();
  return <FieldPanel key={page.field?.id ?? "new"} {...page} />;
}
