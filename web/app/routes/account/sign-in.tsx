import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { OtherWaysIn } from "~/account/other-ways-in";
import { leaveForProvider, providerAddresses, signInByPasskey } from "~/account/other-ways-in.server";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { textOf } from "~/form/form-data";
import { PasswordField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { submitForm } from "~/form/submit.server";
import { safeNext } from "~/next-address";
import { signInSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Sign in");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const api = connect({ request, context });
  const { social } = await api.read(api.client.GET("/v1/auth/providers"));
  // Without script a browser follows a form only to where the policy lets it.
  context.formTargets.push(...social.map((provider) => providerAddresses[provider]));
  return {
    next: searchParams.get("next") ?? undefined,
    email: searchParams.get("email") ?? undefined,
    /** Another account did not open the door; why stays between its provider and us. */
    cameBackWithout: searchParams.has("error"),
    social,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const to = safeNext(textOf(formData, "next"));
  if (formData.get("intent") === "passkey") return signInByPasskey(api, formData, to);
  if (formData.get("intent") === "social") return leaveForProvider(api, formData, to);
  const form = await submitForm(
    { api, formData, intent: "sign-in", schema: signInSchema },
    ({ email, password }) => api.client.POST("/v1/auth/sign-in/email", { body: { email, password } }),
  );
  if (!form.ok) return form.answer;
  const asksForCode = form.data.status === "two_factor_required";
  return redirect(asksForCode ? `/two-factor?next=${encodeURIComponent(to)}` : to, { headers: form.headers });
}

export default function SignIn() {
  const { next, email, social, cameBackWithout } = useLoaderData<typeof loader>();
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
      {cameBackWithout && (
        <Callout tone="danger" role="alert" className="mb-4">
          That did not sign you in. Try again, or use your password.
        </Callout>
      )}
      <SchemaForm schema={signInSchema} intent="sign-in" defaultValue={{ next, email }}>
        {(fields, pending) => (
          <>
            <TextField
              field={fields.email}
              label="Email"
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
      <OtherWaysIn next={next} social={social} />
    </AuthShell>
  );
}
