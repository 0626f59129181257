import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { callAuth } from "~/auth.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { MailboxHint } from "~/components/mailbox-hint";
import { SchemaForm } from "~/form/schema-form";
import { safeNext } from "~/next-address";
import { redirectWithNotice } from "~/notices.server";
import { refuseForm } from "~/problem.server";
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
  const submission = parseWithZod(await request.formData(), { schema: resendSchema });
  if (submission.status !== "success") return refuseForm("resend", submission);
  const { email, next } = submission.value;
  const answer = await callAuth({
    context,
    request,
    path: "send-verification-email",
    body: { email, callbackURL: safeNext(next) },
  });
  if (!answer.ok) return refuseForm("resend", submission, answer.problem);
  const query = new URLSearchParams({ email, ...(next ? { next } : {}) });
  return redirectWithNotice(`/check-mail?${query.toString()}`, {
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
          confirm that the address is yours; it brings you right in.
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
