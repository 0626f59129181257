import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { SourcePanel } from "~/leads/settings/source-panel";
import { redirectWithNotice } from "~/notices.server";
import { sourceSchema } from "~/schemas/lead-settings";
import { title } from "~/titles";

export const meta = () => title("Source");

/** `new` is a source that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const closeTo = `/o/${organization.slug}/settings/lead-sources`;
  const sourceId = args.params["sourceId"] ?? "";
  if (sourceId === "new") return { source: null, closeTo };
  const query = { limit: 100 };
  const { data: sources } = await api.read(api.client.GET("/v1/lead-sources", { params: { query } }));
  const source = sources.find(({ id }) => id === sourceId);
  if (!source) throw data(null, { status: 404 });
  return { source, closeTo };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const sourceId = args.params["sourceId"] ?? "";
  const params = { path: { sourceId } };
  const to = `/o/${organization.slug}/settings/lead-sources`;
  if (formData.get("intent") === "delete") {
    const act = api.client.DELETE("/v1/lead-sources/{sourceId}", { params });
    return pressButton({ api, act, to, done: { message: "The source is gone." } });
  }
  const form = await submitForm({ api, formData, intent: "save", schema: sourceSchema }, (value) => {
    const { utmSource, utmMedium, utmCampaign, ...rest } = value;
    const body = {
      ...rest,
      utmSource: utmSource || null,
      utmMedium: utmMedium || null,
      utmCampaign: utmCampaign || null,
    };
    return sourceId === "new"
      ? api.client.POST("/v1/lead-sources", { body })
      : api.client.PATCH("/v1/lead-sources/{sourceId}", { params, body });
  });
  return form.ok ? redirectWithNotice(to, { message: `“${form.data.name}” is saved.` }) : form.answer;
}

export default function Source() {
  const page = useLoaderData<typeof loader>();
  return <SourcePanel key={page.source?.id ?? "new"} {...page} />;
}
