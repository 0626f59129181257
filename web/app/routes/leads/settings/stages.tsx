import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { StagesView } from "~/leads/settings/stages-view";
import { useOrder } from "~/sorting/use-order";
import { title } from "~/titles";

export const meta = () => title("Stages");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const { data } = await api.read(api.client.GET("/v1/lead-stages"));
  return {
    stages: data,
    mayWrite: frame.permissions.includes("leads:configure"),
    orderTo: `/o/${organization.slug}/settings/order`,
    base: `/o/${organization.slug}/settings/lead-stages`,
  };
}

export default function Stages() {
  const { orderTo, stages, ...page } = useLoaderData<typeof loader>();
  const { shown, move } = useOrder(stages, { list: "lead-stages", actTo: orderTo });
  return <StagesView {...page} stages={shown} onMove={move} panel={<Outlet />} />;
}
