import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";

/** Sent by itself once the time to take it back is over, also while the page goes away. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const submissionId = textOf(await args.request.formData(), "id");
  const outcome = await api.attempt(
    api.client.DELETE("/v1/submissions/{submissionId}", { params: { path: { submissionId } } }),
  );
  // Gone already is as good.
  const isGone = outcome.ok || outcome.problem.status === 404;
  return Response.json(null, { status: isGone ? 200 : 409 });
}
