import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { SourcesView } from "~/leads/settings/sources-view";
import { redirectWithNotice } from "~/notices.server";
import { tagSchema } from "~/schemas/lead-settings";
import { title } from "~/titles";

export const meta = () => title("Sources and tags");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const params = { query: { limit: 100 } };
  const [sources, tags] = await Promise.all([
    api.read(api.client.GET("/v1/lead-sources", { params })),
    api.read(api.client.GET("/v1/lead-tags", { params })),
  ]);
  return {
    sources: sources.data,
    tags: tags.data,
    mayConfigure: frame.permissions.includes("leads:configure"),
    mayWrite: frame.permissions.includes("leads:write"),
    base: `/o/${organization.slug}/settings/lead-sources`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const to = `/o/${organization.slug}/settings/lead-sources`;
  const name = textOf(formData, "name");
  if (formData.get("intent") === "delete-tag") {
    const path = { tagId: textOf(formData, "id") };
    const act = api.client.DELETE("/v1/lead-tags/{tagId}", { params: { path } });
    return pressButton({ api, act, to, done: { message: `The tag “${name}” is gone.` } });
  }
  if (formData.get("intent") !== "create-tag") throw data(null, { status: 400 });
  const form = await submitForm({ api, formData, intent: "create-tag", schema: tagSchema }, (value) =>
    api.client.POST("/v1/lead-tags", { body: { ...value, color: value.color.toLowerCase() } }),
  );
  return form.ok ? redirectWithNotice(to, { message: `“${form.data.name}” is a tag now.` }) : form.answer;
}

export default function Sources() {
  return <SourcesView {...useLoaderData<typeof loader>()} panel={<Outlet />} />;
}
