import { Form, Link, useNavigation } from "@remix-run/react";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";

/** Where somebody stands who opens an invite. */
export type InviteState =
  | { kind: "signed-out"; path: string }
  | { kind: "ready"; email: string; failure?: string }
  | { kind: "unverified"; email: string }
  | { kind: "refused"; reason: string };

export function InviteView({ state }: { state: InviteState }) {
  if (state.kind === "signed-out") return <SignedOut path={state.path} />;
  if (state.kind === "ready") return <Ready email={state.email} />;
  if (state.kind === "unverified") return <Unverified email={state.email} />;
  return <Refused reason={state.reason} />;
}

function SignedOut({ path }: { path: string }) {
  const next = encodeURIComponent(path);
  return (
    <AuthShell
      title="You are invited"
      about="Sign in with the address that the invite was sent to, or create an account with it."
    >
      <div className="grid gap-2">
        <LinkButton to={`/sign-up?next=${next}`} look="primary" size="lg">
          Create an account
        </LinkButton>
        <LinkButton to={`/sign-in?next=${next}`} size="lg">
          Sign in
        </LinkButton>
      </div>
    </AuthShell>
  );
}

function Ready({ email }: { email: string }) {
  const { state } = useNavigation();
  return (
    <AuthShell
      title="You are invited"
      about={
        <>
          You are signed in as <span className="font-medium break-all text-ink">{email}</span>.
        </>
      }
      foot={
        <Link to="/sign-out" className="link">
          Use another account
        </Link>
      }
    >
      <Form method="post">
        <Button type="submit" look="primary" size="lg" className="w-full" pending={state !== "idle"}>
          Accept the invite
        </Button>
      </Form>
    </AuthShell>
  );
}

function Unverified({ email }: { email: string }) {
  return (
    <AuthShell
      title="Confirm your address first"
      about="So that nobody else takes your invite. Then open the invite once more."
    >
      <LinkButton to={`/check-mail?email=${encodeURIComponent(email)}`} look="primary" size="lg">
        Send me the link
      </LinkButton>
    </AuthShell>
  );
}

function Refused({ reason }: { reason: string }) {
  return (
    <AuthShell title="This invite does not work" about={reason}>
      <LinkButton to="/home" look="primary" size="lg">
        Go on to Tributary
      </LinkButton>
    </AuthShell>
  );
}
