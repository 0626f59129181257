import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { type MetaFunction, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { formActs } from "~/forms/acts.server";
import { OpenForm } from "~/forms/builder/open-form";
import { readCustomFields, readForm, readTeammates } from "~/forms/form.server";
import { enter } from "~/frame/frame.server";
import { title } from "~/titles";

export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.form.name || "Form");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const [form, teammates, customFields] = await Promise.all([
    readForm(api, args.params.formId ?? ""),
    readTeammates(api, frame),
    readCustomFields(api, frame),
  ]);
  const listTo = `/o/${organization.slug}/forms`;
  return {
    form,
    teammates,
    customFields,
    userId: frame.user.id,
    listTo,
    address: `${listTo}/${form.id}`,
    mayWrite: frame.permissions.includes("forms:write"),
    mayReadAnswers: frame.permissions.includes("submissions:read"),
  };
}

/** Another panel is not another form. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isSamePage && !formMethod ? false : defaultShouldRevalidate;
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const formId = args.params.formId ?? "";
  const act = formActs[textOf(formData, "intent")];
  if (!act) throw data(null, { status: 400 });
  const { search } = new URL(args.request.url);
  return act({ api, formData, formId, address: `/o/${organization.slug}/forms/${formId}`, search });
}

export default function FormScreen() {
  const loaded = useLoaderData<typeof loader>();
  return <OpenForm key={loaded.form.id} {...loaded} />;
}
