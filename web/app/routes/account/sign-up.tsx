import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { PasswordField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { submitForm } from "~/form/submit.server";
import { queryOf } from "~/next-address";
import { rememberNext } from "~/next-address.server";
import { signUpSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Create an account");

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { next: searchParams.get("next") ?? undefined, email: searchParams.get("email") ?? undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const form = await submitForm(
    { api, formData, intent: "sign-up", schema: signUpSchema },
    ({ name, email, password }) =>
      api.client.POST("/v1/auth/sign-up/email", { body: { name, email, password } }),
  );
  if (!form.ok) return form.answer;
  const { email, next } = form.value;
  return redirect(`/check-mail?${queryOf({ email, next })}`, { headers: await rememberNext(request, next) });
}

export default function SignUp() {
  const { next, email } = useLoaderData<typeof loader>();
  return (
    <AuthShell
      title="Create an account"
      about="Your name, an email address and a password. No card."
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
            <TextField field={fields.email} label="Email" type="email" autoComplete="username" />
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
