import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { houseOf } from "~/leads/house.server";
import { nameOf } from "~/leads/lead";
import { LeadScreen } from "~/leads/page/lead-screen";
import { detailOf } from "~/leads/wire.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
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
    organizationId: organization.id,
    lead: detailOf(lead),
    house,
    leadsTo: `${home}/leads`,
    companyTo: lead.company?.id ? `${home}/companies/${lead.company.id}` : null,
  };
}

/** Deleting goes back to the list, where it can be taken back; that comes here as well. */
export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const intent = formData.get("intent");
  if (intent !== "delete" && intent !== "restore") throw data(null, { status: 400 });
  const leadId = args.params["leadId"] ?? "";
  const params = { path: { leadId } };
  const path = "/v1/leads/{leadId}/deletion" as const;
  const outcome =
    intent === "delete"
      ? await api.attempt(api.client.PUT(path, { params }))
      : await api.attempt(api.client.DELETE(path, { params }));
  const name = textOf(formData, "name");
  const leadsTo = `/o/${organization.slug}/leads`;
  if (!outcome.ok)
    return answerWithNotice(formData, `${leadsTo}/${leadId}`, {
      message: outcome.problem.detail,
      tone: "failed",
    });
  if (intent === "restore") return answerWithNotice(formData, leadsTo, { message: `${name} is back.` });
  return redirectWithNotice(leadsTo, {
    message: `${name} is deleted.`,
    undo: { action: `${leadsTo}/${leadId}`, fields: { intent: "restore", name } },
  });
}

export default function Lead() {
  const { lead, organizationId, ...rest } = useLoaderData<typeof loader>();
  return (
    <LeadScreen
      key={lead.id}
      {...rest}
      lead={lead}
      organizationId={organizationId}
      leadTo={`${rest.leadsTo}/${lead.id}`}
    />
  );
}
