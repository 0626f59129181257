import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { Api } from "~/api.server";
import { bodyOf, companyOf, valuesOf } from "~/companies/company.server";
import { CompanyForm } from "~/companies/company-form";
import { CompanyView } from "~/companies/company-view";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { houseOf } from "~/leads/house.server";
import { lineOf } from "~/leads/wire.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { companySchema } from "~/schemas/company";
import { title } from "~/titles";

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  title(page?.company.name ?? "Company");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const companyId = args.params["companyId"] ?? "";
  const [company, leads, house] = await Promise.all([
    read(api, companyId),
    api.read(api.client.GET("/v1/leads", { params: { query: { companyId, limit: 25 } } })),
    houseOf(api, frame),
  ]);
  const home = `/o/${organization.slug}`;
  const condition = { field: "companyId", operator: "equals", value: companyId };
  const query = new URLSearchParams({ filter: JSON.stringify(condition) });
  return {
    company,
    values: valuesOf(company),
    house,
    leads: leads.data.map(lineOf),
    moreLeadsTo: leads.nextCursor ? `${home}/leads?${query.toString()}` : null,
    leadsTo: `${home}/leads`,
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
  const { address } = await read(api, companyId);
  const form = await submitForm({ api, formData, intent: "save", schema: companySchema }, (value) =>
    api.client.PATCH("/v1/companies/{companyId}", { params, body: bodyOf(value, address) }),
  );
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
  const { company, values, ...rest } = useLoaderData<typeof loader>();
  const form = rest.house.mayWrite ? (
    <CompanyForm values={values} submit="Save company" />
  ) : (
    <p className="text-muted">{company.description || "Nothing is written about it."}</p>
  );
  return <CompanyView {...rest} company={company} form={form} />;
}
