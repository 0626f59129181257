import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { PasswordField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { submitForm } from "~/form/submit.server";
import { safeNext } from "~/next-address";
import { redirectWithNotice } from "~/notices.server";
import { passwordSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Confirm that it is you");

export function loader({ request }: LoaderFunctionArgs) {
  return { next: safeNext(new URL(request.url).searchParams.get("next")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const form = await submitForm({ api, formData, intent: "confirm", schema: passwordSchema }, (body) =>
    api.client.POST("/v1/auth/confirmation", { body }),
  );
  if (!form.ok) return form.answer;
  const next = safeNext(new URL(request.url).searchParams.get("next"));
  return redirectWithNotice(
    next,
    { message: "Thank you. Now go on with what you wanted to do." },
    form.headers,
  );
}

/** Before something sensitive, where the last sign-in was a while ago. */
export default function Confirm() {
  const { next } = useLoaderData<typeof loader>();
  return (
    <AuthShell
      title="Confirm that it is you"
      about="What you are about to do is sensitive. For the next quarter of an hour you are not asked again."
      foot={
        <Link to={next} className="link">
          Go back without
        </Link>
      }
    >
      <SchemaForm schema={passwordSchema} intent="confirm">
        {(fields, pending) => (
          <>
            <PasswordField
              field={fields.password}
              label="Your password"
              autoComplete="current-password"
              autoFocus
            />
            <Button type="submit" look="primary" size="lg" pending={pending}>
              Confirm
            </Button>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}
