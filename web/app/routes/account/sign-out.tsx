import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { Form, useNavigation } from "@remix-run/react";
import { connect } from "~/api.server";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { throwProblem } from "~/problem.server";
import { title } from "~/titles";

export const meta = () => title("Sign out");

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const outcome = await api.attempt(api.client.POST("/v1/auth/sign-out"));
  if (outcome.ok) return redirect("/sign-in", { headers: outcome.headers });
  // Somebody who is signed out already has what they want; anything else must not pass for it.
  return outcome.problem.status === 401 ? redirect("/sign-in") : throwProblem(outcome.problem);
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
