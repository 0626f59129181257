import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { bodyOf } from "~/links/change.server";
import { NewLinkPanel } from "~/links/link-panels";
import { redirectWithNotice } from "~/notices.server";
import { newLinkSchema } from "~/schemas/link";
import { title } from "~/titles";
import { businessOf } from "~/topics/business.server";

export const meta = () => title("Create link");

export async function loader(args: LoaderFunctionArgs) {
  const { organization, api } = await enter(args);
  const { businesses } = await businessOf(api, args.request);
  const host = new URL(args.request.url).host;
  return { businesses, host, closeTo: `/o/${organization.slug}/links` };
}

export async function action(args: ActionFunctionArgs) {
  const { organization, api } = await enter(args);
  const formData = await args.request.formData();
  const form = await submitForm({ api, formData, intent: "create", schema: newLinkSchema }, (value) =>
    api.client.POST("/v1/links", {
      body: {
        ...bodyOf(value),
        businessId: value.businessId,
        ...(value.slug ? { slug: value.slug } : {}),
      },
    }),
  );
  if (!form.ok) return form.answer;
  const { id, name } = form.data;
  return await redirectWithNotice(`/o/${organization.slug}/links/${id}`, {
    message: `“${name}” is ready to share.`,
  });
}

export default function NewLink() {
  return <NewLinkPanel {...useLoaderData<typeof loader>()} />;
}
