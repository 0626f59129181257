import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { LinkTargetsView } from "~/links/link-targets-view";
import { redirectWithNotice } from "~/notices.server";
import { linkTargetsSchema } from "~/schemas/link-targets";
import { title } from "~/titles";

export const meta = () => title("Link targets");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const hosts = await api.read(api.client.GET("/v1/link-targets"));
  return { ...hosts, mayWrite: frame.permissions.includes("organization:update") };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const form = await submitForm({ api, formData, intent: "save", schema: linkTargetsSchema }, (body) =>
    api.client.PUT("/v1/link-targets", { body }),
  );
  if (!form.ok) return form.answer;
  const to = `/o/${organization.slug}/settings/link-targets`;
  return redirectWithNotice(to, { message: "Saved. Every link keeps to it within a minute." });
}

export default function LinkTargets() {
  return <LinkTargetsView {...useLoaderData<typeof loader>()} />;
}
