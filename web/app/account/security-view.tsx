import { Page, Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { PasswordField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { changePasswordSchema, passwordSchema } from "~/schemas/account";
import { Passkeys, type Passkey } from "./passkeys";
import { BackupCodes, SecondFactorSetup, type SetupInProgress } from "./second-factor-setup";

type SecurityViewProps = {
  twoFactorEnabled: boolean;
  passkeys: Passkey[];
  /** Between “set up” and the first right code. */
  setup?: SetupInProgress;
  /** Just made; shown once. */
  freshCodes?: string[];
};

export function SecurityView({ twoFactorEnabled, passkeys, setup, freshCodes }: SecurityViewProps) {
  return (
    <Page title="Security">
      <Section title="Password" about="Changing it signs you out everywhere else.">
        <ChangePassword />
      </Section>
      <Section
        title="Second factor"
        about="A code from an app on your phone, besides your password. Whoever steals the password stays outside."
      >
        {freshCodes && <BackupCodes codes={freshCodes} takesFocus />}
        {setup && !twoFactorEnabled && <SecondFactorSetup setup={setup} />}
        {!setup && !twoFactorEnabled && <StartSecondFactor />}
        {twoFactorEnabled && <SecondFactorOn />}
      </Section>
      <Section
        title="Passkeys"
        about="Sign in with your fingerprint, face or security key instead of a password."
      >
        <Passkeys passkeys={passkeys} />
      </Section>
    </Page>
  );
}

function ChangePassword() {
  return (
    <SchemaForm schema={changePasswordSchema} intent="password" className="grid max-w-md gap-4" startsOver>
      {(fields, pending) => (
        <>
          <PasswordField
            field={fields.currentPassword}
            label="Current password"
            autoComplete="current-password"
          />
          <PasswordField
            field={fields.newPassword}
            label="New password"
            autoComplete="new-password"
            hint="8 characters or more."
          />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Change password
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function StartSecondFactor() {
  return <PasswordStep intent="start-second-factor" action="Set up second factor" />;
}

function SecondFactorOn() {
  return (
    <div className="grid gap-4">
      <p>
        <Badge tone="stream">On</Badge> You are asked for a code when you sign in.
      </p>
      <div className="flex flex-wrap gap-2">
        <Disclosure label="New backup codes…">
          <p className="mb-3">The old ones stop working.</p>
          <PasswordStep intent="renew-codes" action="Make new backup codes" />
        </Disclosure>
        <Disclosure label="Switch off…" look="dangerQuiet">
          <p className="mb-3">Then a password alone is enough to come in.</p>
          <PasswordStep intent="stop-second-factor" action="Switch off second factor" danger />
        </Disclosure>
      </div>
    </div>
  );
}

/** Sensitive things ask who you are once more. */
function PasswordStep({
  intent,
  action,
  danger = false,
}: {
  intent: string;
  action: string;
  danger?: boolean;
}) {
  return (
    <SchemaForm schema={passwordSchema} intent={intent} className="grid max-w-md gap-4">
      {(fields, pending) => (
        <>
          <PasswordField field={fields.password} label="Your password" autoComplete="current-password" />
          <div>
            <Button type="submit" look={danger ? "danger" : "primary"} pending={pending}>
              {action}
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
