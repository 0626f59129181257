import { useAnswer } from "~/form/answer";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { type InviteState, InviteView } from "~/account/invite-view";
import { connect, type Api } from "~/api.server";
import { mailLink } from "~/mail-link.server";
import { redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";

export const meta = () => title("Invite");

const link = mailLink("/invite");
const missing = "A part of the link is missing. Open it once more from the mail.";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const api = connect({ request, context });
  await link.open(request);
  return { state: await stateOf(api, await link.read(request)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const token = (await link.read(request)) ?? "";
  const outcome = await api.attempt(api.client.POST("/v1/invites/acceptance", { body: { token } }));
  if (!outcome.ok) return data({ reason: outcome.problem.detail }, { status: outcome.problem.status });
  const { organization } = outcome.data;
  const message = organization ? `Welcome to ${organization.name}.` : "Welcome to Tributary.";
  return redirectWithNotice(
    organization ? `/o/${organization.slug}` : "/home",
    { message },
    await link.forget(outcome.headers),
  );
}

export default function Invite() {
  const { state } = useLoaderData<typeof loader>();
  const refused = useAnswer<{ reason: string }>();
  return <InviteView state={refused ? { kind: "refused", reason: refused.reason } : state} />;
}

async function stateOf(api: Api, token: string | null): Promise<InviteState> {
  if (token === null) return { kind: "refused", reason: missing };
  const preview = await api.attempt(api.client.POST("/v1/invites/preview", { body: { token } }));
  if (!preview.ok) return { kind: "refused", reason: preview.problem.detail };
  const invite = preview.data;
  const me = await api.attempt(api.client.GET("/v1/me"));
  if (!me.ok || !me.data.user) return { kind: "signed-out", invite };
  const { email } = me.data.user;
  if (email.toLowerCase() !== invite.email) return { kind: "other-account", invite, signedInAs: email };
  return { kind: "ready", invite };
}
