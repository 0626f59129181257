import { type ActionFunctionArgs, redirect, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { makeForm } from "~/forms/make.server";
import type { FormTemplate } from "~/forms/new-form-view";
import { NewFormView } from "~/forms/new-form-view";
import { title } from "~/titles";

export const meta = () => title("New form");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const home = `/o/${organization.slug}`;
  if (!frame.permissions.includes("forms:write")) throw redirect(`${home}/forms`);
  const [businesses, templates, writing, usage] = await Promise.all([
    api.read(api.client.GET("/v1/businesses", { params: { query: { limit: 100 } } })),
    api.read(api.client.GET("/v1/form-templates")),
    api.read(api.client.GET("/v1/writing")),
    api.attempt(api.client.GET("/v1/usage")),
  ]);
  return {
    businesses: businesses.data.map(({ id, name }) => ({ id, name })),
    templates: templates.data as FormTemplate[], // safe: templates are definitions that the API checked itself
    listTo: `${home}/forms`,
    businessesTo: `${home}/businesses`,
    isStopped: writing.state === "stopped",
    left: usage.ok
      ? (usage.data.features.find(({ feature }) => feature === "generations")?.remaining ?? null)
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  return makeForm(api, await args.request.formData(), `/o/${organization.slug}/forms`);
}

export default function NewForm() {
  return <NewFormView {...useLoaderData<typeof loader>()} />;
}
