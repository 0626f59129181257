import { data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { CompanyAnswer } from "~/companies/company-card";
import { companyOf } from "~/companies/company.server";
import { enter } from "~/frame/frame.server";
import { lineOf } from "~/leads/wire.server";

const shown = 5;

/** The company of a lead, and who else of it is known. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const { client, read } = api;
  const path = { leadId: args.params["leadId"] ?? "" };
  const lead = await read(client.GET("/v1/leads/{leadId}", { params: { path } }));
  const companyId = lead.company?.id;
  if (!companyId) throw data(null, { status: 404 });
  const [company, people] = await Promise.all([
    read(client.GET("/v1/companies/{companyId}", { params: { path: { companyId } } })),
    read(client.GET("/v1/leads", { params: { query: { companyId, limit: shown + 1 } } })),
  ]);
  const others = people.data.filter(({ id }) => id !== lead.id);
  const home = `/o/${organization.slug}`;
  const answer: CompanyAnswer = {
    company: companyOf(company),
    companyTo: `${home}/companies/${companyId}`,
    colleagues: others.slice(0, shown).map(lineOf),
    hasMore: others.length > shown || people.nextCursor !== null,
    leadsTo: `${home}/leads`,
  };
  return Response.json(answer);
}
