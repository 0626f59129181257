import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { actOnDuplicates, pairOf } from "~/duplicates/duplicates.server";
import { DuplicatesView } from "~/duplicates/duplicates-view";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Possible duplicates");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const query = { limit: 25, ...pageQueryOf(args.request) };
  const [{ data, nextCursor }, counted] = await Promise.all([
    api.read(api.client.GET("/v1/lead-duplicates", { params: { query } })),
    api.read(api.client.GET("/v1/lead-duplicate-counts")),
  ]);
  return {
    ...counted,
    pairs: data.flatMap(pairOf),
    nextCursor,
    mayWrite: frame.permissions.includes("leads:write"),
    leadsTo: `/o/${organization.slug}/leads`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const leadsTo = `/o/${organization.slug}/leads`;
  return await actOnDuplicates(api, await args.request.formData(), {
    leadsTo,
    here: `${leadsTo}/duplicates`,
  });
}

export default function Duplicates() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <DuplicatesView {...rest} pages={<Pagination nextCursor={nextCursor} what="pairs" />} />;
}
