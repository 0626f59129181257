import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import { moveInOrder } from "~/sorting/orders.server";

/** Sent in the background by whichever screen shows a list in its order. */
export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const here = `/o/${organization.slug}/settings/order`;
  return Response.json({ notice: await moveInOrder(api, await args.request.formData(), here) });
}
