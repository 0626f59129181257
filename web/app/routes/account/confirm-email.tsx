import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { MailLinkView } from "~/account/mail-link-view";
import { connect } from "~/api.server";
import { mailLink } from "~/mail-link.server";
import { redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";

export const meta = () => title("Confirm your new address");

const link = mailLink("/confirm-email");

export const loader = ({ request }: LoaderFunctionArgs) => link.open(request);

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const token = (await link.read(request)) ?? "expired";
  const outcome = await api.attempt(
    api.client.POST("/v1/auth/change-email/confirmation", { body: { token } }),
  );
  const headers = await link.forget(new Headers());
  if (!outcome.ok)
    return data({ failure: outcome.problem.detail }, { status: outcome.problem.status, headers });
  const to = `/sign-in?email=${encodeURIComponent(outcome.data.email)}`;
  return redirectWithNotice(to, { message: "Your new address is confirmed. Sign in with it." }, headers);
}

export default function ConfirmEmail() {
  const { isWaiting } = useLoaderData<typeof loader>();
  return (
    <MailLinkView
      isWaiting={isWaiting}
      title="Use your new address"
      action="Use this address"
      expired="It was used before, or is too old."
      onward={{ to: "/home", name: "Go on to Tributary" }}
    />
  );
}
