import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { callAuth } from "~/auth.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { PasswordField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { safeNext } from "~/next-address";
import { refuseForm } from "~/problem.server";
import { signUpSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Create an account");

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { next: searchParams.get("next") ?? undefined, email: searchParams.get("email") ?? undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: signUpSchema });
  if (submission.status !== "success") return refuseForm("sign-up", submission);
  const { name, email, password, next } = submission.value;
  const callbackURL = safeNext(next);
  const answer = await callAuth({
    context,
    request,
    path: "sign-up/email",
    body: { name, email, password, callbackURL },
  });
  if (!answer.ok) return refuseForm("sign-up", submission, answer.problem);
  const query = new URLSearchParams({ email, ...(next ? { next: callbackURL } : {}) });
  return redirect(`/check-mail?${query.toString()}`, { headers: answer.headers });
}

export default function SignUp() {
  const { next, email } = useLoaderData<typeof loader>();
  return (
    <AuthShell
      title="Create an account"
      about="An e-mail address and a password, nothing else. No card."
      foot={
        <>
          Been here before?{" "}
          <Link
            to={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}
            prefetch="intent"
            className="link"
          >
            Sign in
          </Link>
        </>
      }
    >
      <SchemaForm schema={signUpSchema} intent="sign-up" defaultValue={{ next, email }}>
        {(fields, pending) => (
          <>
            <TextField field={fields.name} label="Your name" autoComplete="name" autoFocus />
            <TextField field={fields.email} label="E-mail" type="email" autoComplete="username" />
            <PasswordField
              field={fields.password}
              label="Password"
              autoComplete="new-password"
              hint="8 characters or more. A few words that belong to you are best."
            />
            <input type="hidden" name="next" value={next ?? ""} />
            <Button type="submit" look="primary" size="lg" pending={pending}>
              Create account
            </Button>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}
