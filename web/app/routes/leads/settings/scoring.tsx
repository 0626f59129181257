import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { scoringSchema } from "~/schemas/scoring";
import { ruleFieldsOf, rulesOf } from "~/scoring/rules.server";
import { RulesView } from "~/scoring/rules-view";
import { useOrder } from "~/sorting/use-order";
import { title } from "~/titles";

export const meta = () => title("Lead scoring");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const [rules, settings, fields] = await Promise.all([
    rulesOf(api),
    api.read(api.client.GET("/v1/scoring-settings")),
    ruleFieldsOf(api, frame),
  ]);
  return {
    rules,
    settings,
    fields,
    mayWrite: frame.permissions.includes("leads:configure"),
    base: `/o/${organization.slug}/settings/lead-scoring`,
    orderTo: `/o/${organization.slug}/settings/order`,
    modelTo: `/o/${organization.slug}/settings/lead-model`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") !== "settings") throw data(null, { status: 400 });
  const caps = formData.getAll("groupCap").map(Number);
  const groups = formData
    .getAll("groupName")
    .map((name, place) => ({ name: typeof name === "string" ? name : "", cap: caps[place] ?? 0 }));
  const form = await submitForm({ api, formData, intent: "settings", schema: scoringSchema }, (value) =>
    api.client.PATCH("/v1/scoring-settings", { body: { ...value, groups } }),
  );
  const to = `/o/${organization.slug}/settings/lead-scoring`;
  return form.ok ? redirectWithNotice(to, { message: "Saved. All leads are scored again." }) : form.answer;
}

export default function Scoring() {
  const { orderTo, ...page } = useLoaderData<typeof loader>();
  const { shown, move } = useOrder(page.rules, { list: "scoring-rules", actTo: orderTo });
  return <RulesView {...page} rules={shown} onMove={move} panel={<Outlet />} />;
}
