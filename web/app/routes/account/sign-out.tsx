import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Form, useNavigation } from "@remix-run/react";
import { callAuth } from "~/auth.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { title } from "~/titles";

export const meta = () => title("Sign out");

/** The cookie goes even where the service does not answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answer = await callAuth({ context, request, path: "sign-out", body: {} });
  return redirect("/sign-in", answer.ok ? { headers: answer.headers } : undefined);
}

/** For those who come by address, and where no script runs. */
export default function SignOut() {
  const { state } = useNavigation();
  return (
    <AuthShell title="Sign out of this browser?">
      <Form method="post">
        <Button type="submit" look="primary" size="lg" pending={state === "submitting"}>
          Sign out
        </Button>
      </Form>
    </AuthShell>
  );
}
