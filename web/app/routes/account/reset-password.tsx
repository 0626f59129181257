import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  createCookie,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { callAuth } from "~/auth.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { PasswordField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { redirectWithNotice } from "~/notices.server";
import { refuseForm } from "~/problem.server";
import { resetPasswordSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Choose a new password");

/** The token leaves the address at once (history, referrers, screenshots) and waits here for the form. */
const tokenCookie = createCookie("reset", {
  path: "/reset-password",
  sameSite: "lax",
  httpOnly: true,
  maxAge: 3_600,
});

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get("token");
  if (token) {
    const secure = request.url.startsWith("https:");
    return redirect("/reset-password", {
      headers: { "Set-Cookie": await tokenCookie.serialize(token, { secure }) },
    });
  }
  const waiting: unknown = await tokenCookie.parse(request.headers.get("Cookie"));
  return data({ valid: typeof waiting === "string" }, { status: typeof waiting === "string" ? 200 : 400 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = parseWithZod(await request.formData(), { schema: resetPasswordSchema });
  if (submission.status !== "success") return refuseForm("reset", submission);
  const token: unknown = await tokenCookie.parse(request.headers.get("Cookie"));
  const answer = await callAuth({
    context,
    request,
    path: "reset-password",
    body: { token, newPassword: submission.value.password },
  });
  if (!answer.ok) return refuseForm("reset", submission, answer.problem);
  answer.headers.append("Set-Cookie", await tokenCookie.serialize("", { maxAge: 0 }));
  return redirectWithNotice(
    "/sign-in",
    { message: "Your password is changed. Sign in with the new one." },
    answer.headers,
  );
}

export default function ResetPassword() {
  const { valid } = useLoaderData<typeof loader>();
  if (!valid) return <Expired />;
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
