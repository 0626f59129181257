import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { actOnDeletion } from "~/leads/deleted/deletion.server";
import { DeletedView } from "~/leads/deleted/deleted-view";
import { nameOf } from "~/leads/lead";
import { lineOf } from "~/leads/wire.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";
import { whoDid } from "~/who-did.server";

export const meta = () => title("Deleted leads");

const keptMs = 30 * 86_400_000;

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const query = { limit: 50, ...pageQueryOf(args.request) };
  const [{ data, nextCursor }, nameOfWho] = await Promise.all([
    api.read(api.client.GET("/v1/deleted-leads", { params: { query } })),
    whoDid(api),
  ]);
  const may = frame.permissions;
  return {
    leads: data.map(({ lead, deletedAt, deletedBy }) => ({
      id: lead.id,
      name: nameOf(lineOf(lead)),
      companyName: lead.company?.name ?? "",
      deletedAt,
      deletedBy: nameOfWho(deletedBy),
      eraseAt: new Date(Date.parse(deletedAt) + keptMs).toISOString(),
    })),
    nextCursor,
    mayTakeAlong: may.includes("leads:export") && may.includes("leads:contact"),
    leadsTo: `/o/${organization.slug}/leads`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const leadsTo = `/o/${organization.slug}/leads`;
  const here = `${leadsTo}/deleted`;
  return await actOnDeletion(api, formData, { leadId: textOf(formData, "id"), leadsTo, here, next: here });
}

export default function Deleted() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <DeletedView {...rest} pages={<Pagination nextCursor={nextCursor} what="deleted leads" />} />;
}
