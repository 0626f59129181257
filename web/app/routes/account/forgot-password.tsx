import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { MailboxHint } from "~/components/mailbox-hint";
import { Button } from "~/components/ui/button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { submitForm } from "~/form/submit.server";
import { forgotPasswordSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Reset your password");

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { sentTo: searchParams.get("sent"), email: searchParams.get("email") ?? undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const form = await submitForm({ api, formData, intent: "forgot", schema: forgotPasswordSchema }, (body) =>
    api.client.POST("/v1/auth/request-password-reset", { body }),
  );
  if (!form.ok) return form.answer;
  return redirect(`/forgot-password?sent=${encodeURIComponent(form.value.email)}`);
}

export default function ForgotPassword() {
  const { sentTo, email } = useLoaderData<typeof loader>();
  return sentTo ? <Sent to={sentTo} /> : <Ask email={email} />;
}

function Ask({ email }: { email: string | undefined }) {
  return (
    <AuthShell
      title="Reset your password"
      about="Tell us your email address and we send a link to choose a new one."
      foot={
        <Link to="/sign-in" prefetch="intent" className="link">
          Back to sign in
        </Link>
      }
    >
      <SchemaForm schema={forgotPasswordSchema} intent="forgot" defaultValue={{ email }}>
        {(fields, pending) => (
          <>
            <TextField field={fields.email} label="Email" type="email" autoComplete="username" autoFocus />
            <Button type="submit" look="primary" size="lg" pending={pending}>
              Send the link
            </Button>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}

function Sent({ to }: { to: string }) {
  return (
    <AuthShell
      title="Check your mail"
      about={
        <>
          If <span className="font-medium break-all text-ink">{to}</span> has an account, a link is on its
          way. It is good for one hour.
        </>
      }
      foot={
        <Link to={`/forgot-password?email=${encodeURIComponent(to)}`} className="link">
          Nothing there? Try again
        </Link>
      }
    >
      <MailboxHint />
      <p className="text-muted">You can close this page.</p>
    </AuthShell>
  );
}
