import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { CheckboxField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { submitForm } from "~/form/submit.server";
import { safeNext } from "~/next-address";
import { secondFactorSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Second step");

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const method: "app" | "backup" = searchParams.get("method") === "backup" ? "backup" : "app";
  return { method, next: searchParams.get("next") ?? undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const form = await submitForm(
    { api, formData, intent: "second-factor", schema: secondFactorSchema },
    ({ method, code, trustDevice }) => {
      const body = { code: code.replace(/\s/g, ""), trustDevice };
      return method === "backup"
        ? api.client.POST("/v1/auth/two-factor/verify-backup-code", { body })
        : api.client.POST("/v1/auth/two-factor/verify-totp", { body });
    },
  );
  return form.ok ? redirect(safeNext(form.value.next), { headers: form.headers }) : form.answer;
}

const words = {
  app: {
    title: "Enter the code from your app",
    label: "6-digit code",
    other: "Use a backup code instead",
  },
  backup: {
    title: "Enter a backup code",
    label: "Backup code",
    other: "Use the code from your app instead",
  },
};

export default function TwoFactor() {
  const { method, next } = useLoaderData<typeof loader>();
  const other = new URLSearchParams({
    ...(method === "app" ? { method: "backup" } : {}),
    ...(next ? { next } : {}),
  });
  return (
    <AuthShell
      title={words[method].title}
      about={method === "backup" ? "Each of them works once." : "This is the second step of signing in."}
      foot={
        <Link to={`/two-factor?${other.toString()}`} replace className="link">
          {words[method].other}
        </Link>
      }
    >
      <SchemaForm
        key={method}
        schema={secondFactorSchema}
        intent="second-factor"
        defaultValue={{ method, next }}
      >
        {(fields, pending) => (
          <>
            <TextField
              field={fields.code}
              label={words[method].label}
              autoComplete="one-time-code"
              inputMode={method === "app" ? "numeric" : "text"}
              spellCheck={false}
              className="tabular-nums"
              autoFocus
            />
            <CheckboxField field={fields.trustDevice} label="Do not ask on this device for 30 days" />
            <input type="hidden" name={fields.method.name} value={method} />
            <input type="hidden" name={fields.next.name} value={next ?? ""} />
            <Button type="submit" look="primary" size="lg" pending={pending}>
              Go on
            </Button>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}
