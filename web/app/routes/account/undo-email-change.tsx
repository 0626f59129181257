import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { MailLinkView } from "~/account/mail-link-view";
import { connect } from "~/api.server";
import { mailLink } from "~/mail-link.server";
import { redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";

export const meta = () => title("Keep your address");

const link = mailLink("/undo-email-change");

export const loader = ({ request }: LoaderFunctionArgs) => link.open(request);

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const token = (await link.read(request)) ?? "expired";
  const outcome = await api.attempt(api.client.POST("/v1/auth/change-email/undo", { body: { token } }));
  const headers = await link.forget(new Headers());
  if (!outcome.ok)
    return data({ failure: outcome.problem.detail }, { status: outcome.problem.status, headers });
  const to = `/forgot-password?email=${encodeURIComponent(outcome.data.email)}`;
  return redirectWithNotice(to, { message: "Your old address is back. Choose a new password now." }, headers);
}

export default function UndoEmailChange() {
  const { isWaiting } = useLoaderData<typeof loader>();
  return (
    <MailLinkView
      isWaiting={isWaiting}
      title="Keep your old address"
      action="Keep this address"
      expired="It was used before, or is too old."
      onward={{ to: "/home", name: "Go on to Tributary" }}
    />
  );
}
