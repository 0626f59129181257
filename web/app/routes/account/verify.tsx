import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { MailLinkView } from "~/account/mail-link-view";
import { connect } from "~/api.server";
import { mailLink } from "~/mail-link.server";
import { queryOf } from "~/next-address";
import { forgetNext, rememberedNext } from "~/next-address.server";
import { redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";

export const meta = () => title("Confirm your address");

const link = mailLink("/verify");

export const loader = ({ request }: LoaderFunctionArgs) => link.open(request);

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const token = (await link.read(request)) ?? "expired";
  const outcome = await api.attempt(api.client.POST("/v1/auth/verify-email", { body: { token } }));
  const headers = await link.forget(new Headers());
  if (!outcome.ok)
    return data({ failure: outcome.problem.detail }, { status: outcome.problem.status, headers });
  const query = queryOf({ email: outcome.data.email, next: await rememberedNext(request) });
  const message = "Your address is confirmed. Sign in, and you are there.";
  return redirectWithNotice(`/sign-in?${query}`, { message }, await forgetNext(headers));
}

export default function Verify() {
  const { isWaiting } = useLoaderData<typeof loader>();
  return (
    <MailLinkView
      isWaiting={isWaiting}
      title="Confirm your address"
      action="Confirm address"
      expired="Links are good for one hour, and once. If your address was confirmed before, simply sign in; otherwise signing in sends a new link."
      onward={{ to: "/sign-in", name: "Sign in" }}
    />
  );
}
