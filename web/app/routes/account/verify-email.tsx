import { data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { callAuth } from "~/auth.server";
import { AuthShell } from "~/components/auth-shell";
import { LinkButton } from "~/components/ui/link-button";
import { safeNext } from "~/next-address";
import { redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";

export const meta = () => title("Confirm your address");

/** The link from the mail. Confirming twice is harmless, so a mail scanner that opens it does no damage. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const token = searchParams.get("token");
  if (token) {
    const path = `verify-email?token=${encodeURIComponent(token)}`;
    const answer = await callAuth({ context, request, path });
    if (answer.ok) {
      const to = safeNext(searchParams.get("next") ?? searchParams.get("callbackURL"));
      return redirectWithNotice(to, { message: "Your e-mail address is confirmed." }, answer.headers);
    }
  }
  return data({ expired: token !== null || searchParams.has("error") }, { status: 400 });
}

export default function VerifyEmail() {
  const { expired } = useLoaderData<typeof loader>();
  return (
    <AuthShell
      title={expired ? "This link no longer works" : "A part of the link is missing"}
      about="Links are good for one hour. If your address was confirmed before, you can simply sign in; otherwise signing in sends a new link."
    >
      <LinkButton to="/sign-in" look="primary" size="lg">
        Sign in
      </LinkButton>
    </AuthShell>
  );
}
