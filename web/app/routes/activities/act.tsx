import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { actOnActivity } from "~/activities/acts.server";
import { enter } from "~/frame/frame.server";

/** Done, opened again, moved, deleted, brought back: sent in the background by whichever screen shows the task. */
export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const here = `/o/${organization.slug}/tasks/act`;
  return Response.json({ notice: await actOnActivity(api, await args.request.formData(), here) });
}
