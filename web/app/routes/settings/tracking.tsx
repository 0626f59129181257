import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { trackingKeySchema } from "~/schemas/tracking";
import { title } from "~/titles";
import { trackingScript } from "~/tracking/script.server";
import { TrackingView } from "~/tracking/tracking-view";

export const meta = () => title("Tracking");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const query = pageQueryOf(args.request);
  const [keys, script] = await Promise.all([
    api.read(api.client.GET("/v1/tracking-keys", { params: { query } })),
    trackingScript(args),
  ]);
  return {
    keys: keys.data,
    nextCursor: keys.nextCursor,
    script,
    host: new URL(args.request.url).origin,
    mayWrite: frame.permissions.includes("links:write"),
  };
}

type Entered = Awaited<ReturnType<typeof enter>>;

export async function action(args: ActionFunctionArgs) {
  const entered = await enter(args);
  const formData = await args.request.formData();
  const intent = formData.get("intent");
  if (intent === "create") return create(entered, formData);
  if (intent === "rotate") return rotate(entered, formData);
  if (intent === "revoke") return revoke(entered, formData);
  throw data(null, { status: 400 });
}

const pathOf = ({ organization }: Entered) => `/o/${organization.slug}/settings/tracking`;

async function create(entered: Entered, formData: FormData) {
  const { api } = entered;
  const form = await submitForm({ api, formData, intent: "create", schema: trackingKeySchema }, (body) =>
    api.client.POST("/v1/tracking-keys", { body }),
  );
  if (!form.ok) return form.answer;
  return redirectWithNotice(pathOf(entered), {
    message: `The snippet for “${form.data.name}” is ready to paste.`,
  });
}

/** The old key works for another day, so that every page can be changed over. */
function rotate(entered: Entered, formData: FormData) {
  const { api } = entered;
  const params = { path: { trackingKeyId: textOf(formData, "id") } };
  return pressButton({
    api,
    act: api.client.POST("/v1/tracking-keys/{trackingKeyId}/rotation", { params }),
    to: pathOf(entered),
    done: { message: `“${textOf(formData, "name")}” has a new key. The old one works for another day.` },
  });
}

function revoke(entered: Entered, formData: FormData) {
  const { api } = entered;
  const params = { path: { trackingKeyId: textOf(formData, "id") } };
  return pressButton({
    api,
    act: api.client.DELETE("/v1/tracking-keys/{trackingKeyId}", { params }),
    to: pathOf(entered),
    done: { message: `“${textOf(formData, "name")}” no longer opens anything.` },
  });
}

export default function Tracking() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return (
    <TrackingView
      {...rest}
      pages={<Pagination nextCursor={nextCursor} what="tracking keys" />}
      panel={<Outlet />}
    />
  );
}
