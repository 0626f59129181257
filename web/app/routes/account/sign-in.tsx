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
import { signInSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Sign in");

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { next: searchParams.get("next") ?? undefined, email: searchParams.get("email") ?? undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: signInSchema });
  if (submission.status !== "success") return refuseForm("sign-in", submission);
  const { email, password, next } = submission.value;
  const answer = await callAuth<{ twoFactorRedirect?: boolean }>({
    context,
    request,
    path: "sign-in/email",
    body: { email, password },
  });
  if (!answer.ok) return refuseForm("sign-in", submission, answer.problem);
  const to = safeNext(next);
  const after = answer.data.twoFactorRedirect ? `/two-factor?next=${encodeURIComponent(to)}` : to;
  return redirect(after, { headers: answer.headers });
}

export default function SignIn() {
  const { next, email } = useLoaderData<typeof loader>();
  return (
    <AuthShell
      title="Sign in"
      foot={
        <>
          New here?{" "}
          <Link
            to={next ? `/sign-up?next=${encodeURIComponent(next)}` : "/sign-up"}
            prefetch="intent"
            className="link"
          >
            Create an account
          </Link>
        </>
      }
    >
      <SchemaForm schema={signInSchema} intent="sign-in" defaultValue={{ next, email }}>
        {(fields, pending) => (
          <>
            <TextField
              field={fields.email}
              label="E-mail"
              type="email"
              autoComplete="username webauthn"
              autoFocus={!email}
            />
            <PasswordField
              field={fields.password}
              label="Password"
              autoComplete="current-password"
              aside={
                <Link to="/forgot-password" prefetch="intent" className="link touch text-13">
                  Forgot it?
                </Link>
              }
            />
            <input type="hidden" name="next" value={next ?? ""} />
            <Button type="submit" look="primary" size="lg" pending={pending}>
              Sign in
            </Button>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}
