import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { houseOf } from "~/leads/house.server";
import { nameOf } from "~/leads/lead";
import { LeadView } from "~/leads/page/lead-view";
import { useLead } from "~/leads/page/use-lead";
import { detailOf } from "~/leads/wire.server";
import { title } from "~/titles";

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  title(page ? nameOf(page.lead) : "Lead");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const path = { leadId: args.params["leadId"] ?? "" };
  const [lead, house] = await Promise.all([
    api.read(api.client.GET("/v1/leads/{leadId}", { params: { path } })),
    houseOf(api, frame),
  ]);
  const home = `/o/${organization.slug}`;
  return {
    lead: detailOf(lead),
    house: { ...house, mayDelete: false },
    leadsTo: `${home}/leads`,
    companyTo: lead.company?.id ? `${home}/companies/${lead.company.id}` : null,
  };
}

export default function Lead() {
  const { lead, ...rest } = useLoaderData<typeof loader>();
  const worked = useLead({ base: rest.leadsTo, house: rest.house, lead });
  return <LeadView {...rest} lead={worked.lead ?? lead} acts={worked.acts} />;
}
