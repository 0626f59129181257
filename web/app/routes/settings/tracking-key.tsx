import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { trackingKeySchema } from "~/schemas/tracking";
import { title } from "~/titles";
import { KeyPanel } from "~/tracking/key-panel";
import { trackingScript } from "~/tracking/script.server";

export const meta = () => title("Tracking key");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const params = { path: { trackingKeyId: args.params.trackingKeyId ?? "" } };
  const [trackingKey, script] = await Promise.all([
    api.read(api.client.GET("/v1/tracking-keys/{trackingKeyId}", { params })),
    trackingScript(args),
  ]);
  const host = new URL(args.request.url).origin;
  return { trackingKey, script, host, mayWrite: frame.permissions.includes("links:write") };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const trackingKeyId = args.params.trackingKeyId ?? "";
  const form = await submitForm({ api, formData, intent: "change", schema: trackingKeySchema }, (body) =>
    api.client.PATCH("/v1/tracking-keys/{trackingKeyId}", { params: { path: { trackingKeyId } }, body }),
  );
  if (!form.ok) return form.answer;
  const { search } = new URL(args.request.url);
  const to = `/o/${organization.slug}/settings/tracking/${trackingKeyId}${search}`;
  return redirectWithNotice(to, {
    message: `“${form.data.name}” is saved. If you changed consent, copy the snippet again.`,
  });
}

export default function TrackingKeyScreen() {
  const { trackingKey, ...rest } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <KeyPanel key={trackingKey.id} trackingKey={trackingKey} {...rest} closeTo={{ pathname: "..", search }} />
  );
}
