import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { pressButton } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { ModelView } from "~/scoring/model-view";
import { title } from "~/titles";

export const meta = () => title("Win probability");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame } = await enter(args);
  const [model, sources] = await Promise.all([
    api.read(api.client.GET("/v1/scoring-model")),
    api.read(api.client.GET("/v1/lead-sources", { params: { query: { limit: 100 } } })),
  ]);
  return {
    model,
    sources: Object.fromEntries(sources.data.map(({ id, name }) => [id, name])),
    mayTrain: frame.permissions.includes("leads:configure"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") !== "train") throw data(null, { status: 400 });
  const to = `/o/${organization.slug}/settings/lead-model`;
  const done = { message: "It is learning; the answer is here within seconds." };
  return pressButton({ api, act: api.client.POST("/v1/scoring-model", {}), to, done });
}

export default function LeadModel() {
  return <ModelView {...useLoaderData<typeof loader>()} />;
}
