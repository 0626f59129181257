import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { queryOf } from "~/next-address";

export type Invitation = {
  email: string;
  /** Absent where it is an invite to Tributary itself. */
  organizationName: string | null;
  roleName: string | null;
  inviterName: string;
};

/** Where somebody stands who opens an invite. */
export type InviteState =
  | { kind: "signed-out"; invite: Invitation }
  | { kind: "other-account"; invite: Invitation; signedInAs: string }
  | { kind: "ready"; invite: Invitation }
  | { kind: "refused"; reason: string };

export function InviteView({ state }: { state: InviteState }) {
  if (state.kind === "refused") return <Refused reason={state.reason} />;
  const { invite } = state;
  const what = invite.organizationName ?? "Tributary";
  return (
    <AuthShell title={`Join ${what}`} about={<Words invite={invite} />}>
      {state.kind === "signed-out" && <SignedOut email={invite.email} />}
      {state.kind === "other-account" && <OtherAccount signedInAs={state.signedInAs} email={invite.email} />}
      {state.kind === "ready" && <Accept what={what} />}
    </AuthShell>
  );
}

function Words({ invite }: { invite: Invitation }): ReactNode {
  const { inviterName, organizationName, roleName, email } = invite;
  return (
    <>
      {inviterName} invited <span className="font-medium break-all text-ink">{email}</span>
      {organizationName && roleName && <> as {roleName}</>}.
    </>
  );
}

function SignedOut({ email }: { email: string }) {
  const query = queryOf({ next: "/invite", email });
  return (
    <div className="grid gap-2">
      <LinkButton to={`/sign-up?${query}`} look="primary" size="lg">
        Create an account
      </LinkButton>
      <LinkButton to={`/sign-in?${query}`} size="lg">
        Sign in
      </LinkButton>
    </div>
  );
}

function OtherAccount({ signedInAs, email }: { signedInAs: string; email: string }) {
  return (
    <>
      <p>
        You are signed in as <span className="font-medium break-all">{signedInAs}</span>. The invite is for
        another address.
      </p>
      <p className="mt-3">
        <Link to="/sign-out" className="link">
          Sign out
        </Link>
        , then open the link again and sign in as {email}.
      </p>
    </>
  );
}

function Accept({ what }: { what: string }) {
  const { state } = useNavigation();
  return (
    <Form method="post" className="grid">
      <Button type="submit" look="primary" size="lg" pending={state !== "idle"}>
        Join {what}
      </Button>
    </Form>
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
