import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { StagePanel } from "~/leads/settings/stage-panel";
import { redirectWithNotice } from "~/notices.server";
import { stageSchema } from "~/schemas/lead-settings";
import { title } from "~/titles";

export const meta = () => title("Stage");

/** `new` is a stage that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const { data: stages } = await api.read(api.client.GET("/v1/lead-stages"));
  const stageId = args.params["stageId"] ?? "";
  const place = stages.findIndex(({ id }) => id === stageId);
  const stage = stages[place] ?? null;
  if (!stage && stageId !== "new") throw data(null, { status: 404 });
  const position = stage ? place + 1 : stages.length + 1;
  return { stage, position, closeTo: `/o/${organization.slug}/settings/lead-stages` };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const intent = formData.get("intent");
  const stageId = args.params["stageId"] ?? "";
  const params = { path: { stageId } };
  const to = `/o/${organization.slug}/settings/lead-stages`;
  if (intent === "delete") {
    const act = api.client.DELETE("/v1/lead-stages/{stageId}", { params });
    return pressButton({ api, act, to, done: { message: "The stage is gone." } });
  }
  if (intent === "begin-here") {
    const act = api.client.PATCH("/v1/lead-stages/{stageId}", { params, body: { isDefault: true } });
    return pressButton({ api, act, to, done: { message: "New leads begin there now." } });
  }
  const form = await submitForm({ api, formData, intent: "save", schema: stageSchema }, (value) => {
    const body = { ...value, color: value.color.toLowerCase(), position: value.position - 1 };
    return stageId === "new"
      ? api.client.POST("/v1/lead-stages", { body })
      : api.client.PATCH("/v1/lead-stages/{stageId}", { params, body });
  });
  return form.ok ? redirectWithNotice(to, { message: `“${form.data.name}” is saved.` }) : form.answer;
}

export default function Stage() {
  const page = useLoaderData<typeof loader>();
  return <StagePanel key={page.stage?.id ?? "new"} {...page} />;
}
