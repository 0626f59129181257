import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { houseOf } from "~/leads/house.server";
import { nameOf } from "~/leads/lead";
import { NewLeadPanel } from "~/leads/new-lead-panel";
import { lineOf } from "~/leads/wire.server";
import { redirectWithNotice } from "~/notices.server";
import { newLeadSchema } from "~/schemas/lead";
import { title } from "~/titles";

export const meta = () => title("Add lead");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const house = await houseOf(api, frame);
  const first = house.stages.find(({ isDefault }) => isDefault) ?? house.stages[0];
  const companyName = new URL(args.request.url).searchParams.get("company") ?? "";
  return { house, values: { stageId: first?.id ?? "", companyName }, list: `/o/${organization.slug}/leads` };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const form = await submitForm({ api, formData, intent: "create", schema: newLeadSchema }, (value) => {
    const given = Object.entries(value).filter(([, text]) => text !== "");
    return api.client.POST("/v1/leads", { body: Object.fromEntries(given) });
  });
  if (!form.ok) return form.answer;
  const { search } = new URL(args.request.url);
  const lead = lineOf(form.data);
  const next = new URLSearchParams(search);
  next.set("lead", lead.id);
  return redirectWithNotice(`/o/${organization.slug}/leads?${next.toString()}`, {
    message: `${nameOf(lead)} is among your leads.`,
  });
}

export default function NewLead() {
  const { list, ...rest } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return <NewLeadPanel {...rest} closeTo={`${list}${search}`} />;
}
