import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useParams } from "@remix-run/react";
import { bodyOf } from "~/companies/company.server";
import { CompanyForm } from "~/companies/company-form";
import { SidePanel } from "~/components/side-panel";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { companySchema } from "~/schemas/company";
import { title } from "~/titles";

export const meta = () => title("Add company");

export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { data } = await api.read(api.client.GET("/v1/members", { params: { query: { limit: 100 } } }));
  return { colleagues: data.map(({ userId, name }) => ({ id: userId, name })) };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const form = await submitForm({ api, formData, intent: "save", schema: companySchema }, (value) =>
    api.client.POST("/v1/companies", { body: bodyOf(value) }),
  );
  if (!form.ok) return form.answer;
  const { id, name } = form.data;
  return redirectWithNotice(`/o/${organization.slug}/companies/${id}`, {
    message: `${name} is among your companies.`,
  });
}

export default function NewCompany() {
  const { organization } = useParams();
  const { colleagues } = useLoaderData<typeof loader>();
  return (
    <SidePanel title="Add company" closeTo={`/o/${organization}/companies`}>
      <CompanyForm colleagues={colleagues} submit="Add company" />
    </SidePanel>
  );
}
