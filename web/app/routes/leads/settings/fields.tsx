import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { FieldsView } from "~/leads/settings/fields-view";
import { title } from "~/titles";

export const meta = () => title("Fields");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const { data } = await api.read(api.client.GET("/v1/custom-fields"));
  return {
    fields: data,
    mayWrite: frame.permissions.includes("leads:configure"),
    base: `/o/${organization.slug}/settings/lead-fields`,
  };
}

export default function Fields() {
  return <FieldsView {...useLoaderData<typeof loader>()} panel={<Outlet />} />;
}
