import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { CopyButton } from "~/components/ui/copy-button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { QrCode } from "~/qr/qr-code";
import { confirmSecondFactorSchema } from "~/schemas/account";

export type SetupInProgress = { uri: string; backupCodes: string[] };

/** Three steps on one page; it survives a wrong code because the form carries what it is about. */
export function SecondFactorSetup({ setup }: { setup: SetupInProgress }) {
  const secret = new URL(setup.uri).searchParams.get("secret") ?? "";
  return (
    <ol className="grid list-decimal gap-6 pl-5">
      <li>
        <p className="font-medium">Scan this with your authenticator app</p>
        <div className="mt-3">
          <QrCode text={setup.uri} label="QR code for your authenticator app" />
        </div>
        <p className="mt-2 text-13 text-muted">
          Cannot scan? Type this key:{" "}
          <code className="font-mono break-all text-ink select-all">{secret}</code>
        </p>
      </li>
      <li>
        <p className="mb-3 font-medium">Keep these backup codes somewhere safe</p>
        <BackupCodes codes={setup.backupCodes} />
      </li>
      <li>
        <SchemaForm
          schema={confirmSecondFactorSchema}
          intent="confirm-second-factor"
          className="grid max-w-xs gap-4"
        >
          {(fields, pending) => (
            <>
              <input type="hidden" name={fields.uri.name} value={setup.uri} />
              <input type="hidden" name={fields.backupCodes.name} value={setup.backupCodes.join(" ")} />
              <TextField
                field={fields.code}
                label="Enter the code that the app shows"
                inputMode="numeric"
                autoComplete="one-time-code"
                className="tabular-nums"
              />
              <div>
                <Button type="submit" look="primary" pending={pending}>
                  Switch on
                </Button>
              </div>
            </>
          )}
        </SchemaForm>
      </li>
    </ol>
  );
}

export function BackupCodes({ codes, takesFocus }: { codes: string[]; takesFocus?: boolean }) {
  return (
    <Callout
      takesFocus={takesFocus}
      tone="attention"
      title="Each works once, in place of your phone. They are shown only now."
      action={<CopyButton value={codes.join("\n")} label="Copy codes" size="sm" />}
    >
      <ul className="mt-2 grid grid-cols-2 gap-x-6 font-mono text-13 text-ink">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Callout>
  );
}
