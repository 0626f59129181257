import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { MailboxHint } from "~/components/mailbox-hint";
import { SchemaForm } from "~/form/schema-form";
import { submitForm } from "~/form/submit.server";
import { queryOf } from "~/next-address";
import { redirectWithNotice } from "~/notices.server";
import { resendSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Check your mail");

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const email = searchParams.get("email");
  if (!email) return redirect("/sign-up");
  return { email, next: searchParams.get("next") ?? undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const form = await submitForm({ api, formData, intent: "resend", schema: resendSchema }, ({ email }) =>
    api.client.POST("/v1/auth/send-verification-email", { body: { email } }),
  );
  if (!form.ok) return form.answer;
  const { email, next } = form.value;
  return redirectWithNotice(`/check-mail?${queryOf({ email, next })}`, {
    message: `A new link is on its way to ${email}.`,
  });
}

export default function CheckMail() {
  const { email, next } = useLoaderData<typeof loader>();
  return (
    <AuthShell
      title="Check your mail"
      about={
        <>
          We sent a link to <span className="font-medium break-all text-ink">{email}</span>. Open it to
          confirm that the address is yours; then you can sign in.
        </>
      }
      foot={
        <>
          Another address?{" "}
          <Link to="/sign-up" className="link">
            Start again
          </Link>
        </>
      }
    >
      <MailboxHint />
      <SchemaForm schema={resendSchema} intent="resend" defaultValue={{ email, next }}>
        {(fields, pending) => (
          <>
            <input type="hidden" name={fields.email.name} value={email} />
            <input type="hidden" name={fields.next.name} value={next ?? ""} />
            <p className="text-muted">
              Nothing there after a minute? Look into the spam folder, or let us send it again.
            </p>
            <div>
              <Button type="submit" pending={pending}>
                Send the link again
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}
