import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { merge } from "~/duplicates/duplicates.server";
import { MergeView } from "~/duplicates/merge-view";
import { enter } from "~/frame/frame.server";
import { houseOf } from "~/leads/house.server";
import { title } from "~/titles";

export const meta = () => title("Merge two leads");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const query = { leadId: searchParams.get("keep") ?? "", mergedId: searchParams.get("merge") ?? "" };
  const [preview, { stages, sources, colleagues, fields }] = await Promise.all([
    api.read(api.client.GET("/v1/lead-merge-preview", { params: { query } })),
    houseOf(api, frame),
  ]);
  return {
    preview,
    house: { stages, sources, colleagues, fields },
    leadsTo: `/o/${organization.slug}/leads`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const { pathname, search } = new URL(args.request.url);
  const leadsTo = `/o/${organization.slug}/leads`;
  return await merge(api, await args.request.formData(), { leadsTo, here: `${pathname}${search}` });
}

export default function Merge() {
  const page = useLoaderData<typeof loader>();
  return <MergeView key={`${page.preview.kept.id} ${page.preview.merged.id}`} {...page} />;
}
