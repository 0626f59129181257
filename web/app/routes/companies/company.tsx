import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { Api } from "~/api.server";
import { bodyOf, companyOf, valuesOf } from "~/companies/company.server";
import { CompanyForm } from "~/companies/company-form";
import { CompanyView } from "~/companies/company-view";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { houseOf } from "~/leads/house.server";
import { lineOf } from "~/leads/wire.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { companySchema } from "~/schemas/company";
import { title } from "~/titles";

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  title(page?.company.name ?? "Company");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const companyId = args.params["companyId"] ?? "";
  const path = { companyId };
  const query = { companyId, limit: 25, ...pageQueryOf(args.request) };
  const [company, totals, leads, house] = await Promise.all([
    read(api, companyId),
    api.read(api.client.GET("/v1/companies/{companyId}/stage-totals", { params: { path } })),
    api.read(api.client.GET("/v1/leads", { params: { query } })),
    houseOf(api, frame),
  ]);
  const home = `/o/${organization.slug}`;
  const condition = { field: "companyId", operator: "equals", value: companyId };
  const inTable = new URLSearchParams({ filter: JSON.stringify(condition) });
  return {
    company,
    values: valuesOf(company),
    house,
    totals: totals.data,
    leads: leads.data.map((lead) => ({ ...lineOf(lead), lastActivityAt: lead.lastActivityAt })),
    nextCursor: leads.nextCursor,
    leadsTo: `${home}/leads`,
    addTo: `${home}/leads/new?${new URLSearchParams({ company: company.name }).toString()}`,
    tableTo: `${home}/leads?${inTable.toString()}`,
    companiesTo: `${home}/companies`,
  };
}

async function read(api: Api, companyId: string) {
  const path = { companyId };
  return companyOf(await api.read(api.client.GET("/v1/companies/{companyId}", { params: { path } })));
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const companyId = args.params["companyId"] ?? "";
  const params = { path: { companyId } };
  const to = `/o/${organization.slug}/companies/${companyId}`;
  const intent = formData.get("intent");
  if (intent === "archive" || intent === "restore") return await archive(api, formData, to, companyId);
  if (intent !== "save") throw data(null, { status: 400 });
  const before = await read(api, companyId);
  const form = await submitForm({ api, formData, intent: "save", schema: companySchema }, (value) => {
    const { ownerId, ...body } = bodyOf(value, before.address);
    const owner = ownerId === before.ownerId ? {} : { ownerId };
    return api.client.PATCH("/v1/companies/{companyId}", { params, body: { ...body, ...owner } });
  });
  return form.ok ? redirectWithNotice(to, { message: `${form.data.name} is saved.` }) : form.answer;
}

async function archive(api: Api, formData: FormData, to: string, companyId: string) {
  const params = { path: { companyId } };
  const path = "/v1/companies/{companyId}/archive" as const;
  const name = textOf(formData, "name");
  const isBack = formData.get("intent") === "restore";
  const outcome = isBack
    ? await api.attempt(api.client.DELETE(path, { params }))
    : await api.attempt(api.client.PUT(path, { params }));
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  if (isBack) return answerWithNotice(formData, to, { message: `${name} is back.` });
  const undo = { action: to, fields: { intent: "restore", name } };
  return answerWithNotice(formData, to, { message: `${name} is archived.`, undo });
}

export default function CompanyPage() {
  const { company, values, nextCursor, ...rest } = useLoaderData<typeof loader>();
  const form = rest.house.mayWrite ? (
    <CompanyForm values={values} colleagues={rest.house.colleagues} submit="Save company" />
  ) : (
    <p className="text-muted">{company.description || "Nothing is written about it."}</p>
  );
  const pages = <Pagination nextCursor={nextCursor} what="leads" />;
  return <CompanyView {...rest} company={company} pages={pages} form={form} />;
}
