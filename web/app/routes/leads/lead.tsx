import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { activityOf } from "~/activities/wire.server";
import { readLeadOrGoOn } from "~/duplicates/duplicates.server";
import { enter } from "~/frame/frame.server";
import { actOnDeletion } from "~/leads/deleted/deletion.server";
import { houseOf } from "~/leads/house.server";
import { nameOf } from "~/leads/lead";
import { LeadScreen } from "~/leads/page/lead-screen";
import { partIn } from "~/leads/story/story";
import { storyOf } from "~/leads/story/story.server";
import { detailOf } from "~/leads/wire.server";
import { title } from "~/titles";

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  title(page ? nameOf(page.lead) : "Lead");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const path = { leadId: args.params["leadId"] ?? "" };
  const { client, read } = api;
  const open = { params: { path, query: { limit: 50 } } };
  const reading = readLeadOrGoOn(api, path.leadId, `/o/${organization.slug}/leads`);
  const besides = Promise.all([
    houseOf(api, frame),
    read(client.GET("/v1/leads/{leadId}/activities", open)),
    storyOf(api, path.leadId, partIn(new URL(args.request.url).searchParams)),
  ]);
  // Where the lead is not there, what is asked beside it fails too: the lead says why.
  const [lead] = await Promise.all([reading, besides.catch(() => null)]);
  const [house, tasks, story] = await besides;
  const home = `/o/${organization.slug}`;
  return {
    organizationId: organization.id,
    lead: detailOf(lead),
    house,
    tasks: tasks.data.map(activityOf),
    story,
    home,
    readAt: Date.now(),
    actTo: `${home}/tasks/act`,
    leadsTo: `${home}/leads`,
    companyTo: lead.company?.id ? `${home}/companies/${lead.company.id}` : null,
  };
}

export const handle = { hears: [] };

/** What happens to the lead is heard, and read, by itself, part by part; see `useLeadNews`. */
export function shouldRevalidate(change: ShouldRevalidateFunctionArgs) {
  const isHere = change.currentUrl.pathname === change.nextUrl.pathname;
  return isHere && change.formMethod === undefined ? false : change.defaultShouldRevalidate;
}

/** Who is deleted or erased has no page any more: it goes on at the list, where a deletion can be taken back. */
export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const leadId = args.params["leadId"] ?? "";
  const next = `/o/${organization.slug}/leads`;
  const where = { leadId, leadsTo: next, here: `${next}/${leadId}`, next };
  return await actOnDeletion(api, await args.request.formData(), where);
}

export default function Lead() {
  const page = useLoaderData<typeof loader>();
  return <LeadScreen key={page.lead.id} {...page} leadTo={`${page.leadsTo}/${page.lead.id}`} />;
}
