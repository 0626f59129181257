import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { runOf, startBulk } from "~/leads/bulk.server";
import { answerWithNotice } from "~/notices.server";

/** How far one has come. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const bulkActionId = new URL(args.request.url).searchParams.get("id") ?? "";
  const run = await api.read(
    api.client.GET("/v1/lead-bulk-actions/{bulkActionId}", { params: { path: { bulkActionId } } }),
  );
  return Response.json(runOf(run));
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  if (args.request.headers.get("content-type")?.includes("json")) return await startBulk(api, args.request);
  const formData = await args.request.formData();
  if (formData.get("intent") !== "undo") throw data(null, { status: 400 });
  const path = { bulkActionId: textOf(formData, "id") };
  const undo = api.client.DELETE("/v1/lead-bulk-actions/{bulkActionId}", { params: { path } });
  const outcome = await api.attempt(undo);
  const message = outcome.ok ? "Everything is being put back as it was." : outcome.problem.detail;
  const tone = outcome.ok ? ("done" as const) : ("failed" as const);
  return answerWithNotice(formData, `/o/${organization.slug}/leads`, { message, tone });
}
