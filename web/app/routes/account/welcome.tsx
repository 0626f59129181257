import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { WelcomeView } from "~/account/welcome-view";
import { connect } from "~/api.server";
import { submitForm } from "~/form/submit.server";
import { frameOf } from "~/frame/frame.server";
import { createOrganizationSchema } from "~/schemas/organization";
import { title } from "~/titles";

export const meta = () => title("Create an organization");

export async function loader(args: LoaderFunctionArgs) {
  const { user, organizations } = await frameOf(args);
  return { name: user.name, isFirst: organizations.length === 0 };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const form = await submitForm(
    { api, formData, intent: "create-organization", schema: createOrganizationSchema },
    (body) => api.client.POST("/v1/organizations", { body }),
  );
  return form.ok ? redirect(`/o/${form.data.slug}`, { headers: form.headers }) : form.answer;
}

export default function Welcome() {
  return <WelcomeView {...useLoaderData<typeof loader>()} />;
}
