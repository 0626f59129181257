import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { PasswordField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { submitForm } from "~/form/submit.server";
import { mailLink } from "~/mail-link.server";
import { redirectWithNotice } from "~/notices.server";
import { resetPasswordSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Choose a new password");

const link = mailLink("/reset-password");

export const loader = ({ request }: LoaderFunctionArgs) => link.open(request);

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const token = (await link.read(request)) ?? "expired";
  const formData = await request.formData();
  const form = await submitForm(
    { api, formData, intent: "reset", schema: resetPasswordSchema },
    ({ password }) => api.client.POST("/v1/auth/reset-password", { body: { token, newPassword: password } }),
  );
  if (!form.ok) return form.answer;
  const message = "Your password is changed. Sign in with the new one.";
  return redirectWithNotice("/sign-in", { message }, await link.forget(form.headers));
}

export default function ResetPassword() {
  const { isWaiting } = useLoaderData<typeof loader>();
  if (!isWaiting) return <Expired />;
  return (
    <AuthShell
      title="Choose a new password"
      about="Every other place where you are signed in will be signed out."
    >
      <SchemaForm schema={resetPasswordSchema} intent="reset">
        {(fields, pending) => (
          <>
            <PasswordField
              field={fields.password}
              label="New password"
              autoComplete="new-password"
              hint="8 characters or more. A few words that belong to you are best."
              autoFocus
            />
            <Button type="submit" look="primary" size="lg" pending={pending}>
              Save password
            </Button>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}

function Expired() {
  return (
    <AuthShell title="This link no longer works" about="Links are good for one hour and for one change.">
      <LinkButton to="/forgot-password" look="primary" size="lg">
        Send a new link
      </LinkButton>
    </AuthShell>
  );
}
