import type { LinkProps } from "@remix-run/react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { ConfirmByTyping } from "~/components/ui/confirm-by-typing";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { CheckboxField, PasswordField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { FreshSecret } from "./fresh-secret";
import { type Integration, IntegrationState, providerNames } from "./integrations-view";
import { disconnectSchema, integrationSchema, newPasswordSchema } from "./schemas";

type IntegrationPanelProps = {
  integration: Integration;
  mayWrite: boolean;
  /** A new secret, shown this once. */
  secret?: string;
  closeTo: LinkProps["to"];
};

export function IntegrationPanel({ integration, mayWrite, secret, closeTo }: IntegrationPanelProps) {
  const { name, provider, url, username } = integration;
  const about = (
    <span className="text-13 break-all">
      {providerNames[provider]} · {url}
      {username && ` · ${username}`}
    </span>
  );
  return (
    <SidePanel title={name} about={about} closeTo={closeTo}>
      {secret && <FreshSecret fresh={{ name, secret }} />}
      <div className="grid gap-8">
        <State integration={integration} mayWrite={mayWrite} />
        {mayWrite && <Settings integration={integration} />}
        {mayWrite && provider === "wordpress" && <NewPassword />}
        {mayWrite && provider === "webhook" && <NewSecret />}
        {mayWrite && <Disconnect name={name} />}
      </div>
    </SidePanel>
  );
}

function State({ integration, mayWrite }: Pick<IntegrationPanelProps, "integration" | "mayWrite">) {
  const { lastSyncAt, lastError, provider } = integration;
  return (
    <section aria-label="State" className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <IntegrationState integration={integration} />
        {lastSyncAt && (
          <span className="text-13 text-muted">
            Last worked <RelativeTime at={lastSyncAt} />
          </span>
        )}
      </p>
      {lastError && (
        <Callout tone="attention" title="The last try did not work">
          {lastError}
        </Callout>
      )}
      {mayWrite && (
        <div>
          <ActionButton intent="test" size="sm">
            {provider === "wordpress" ? "Test the connection" : "Send a test message"}
          </ActionButton>
        </div>
      )}
    </section>
  );
}

function Settings({ integration }: Pick<IntegrationPanelProps, "integration">) {
  const { name, publishScheduled, asDraft, category, provider } = integration;
  return (
    <SchemaForm
      schema={integrationSchema}
      intent="change"
      defaultValue={{ name, publishScheduled, asDraft, category }}
      className="grid gap-4"
    >
      {(fields, pending) => (
        <>
          <TextField field={fields.name} label="Name" autoComplete="off" />
          <CheckboxField
            field={fields.publishScheduled}
            label="Publish scheduled pieces here"
            hint={
              provider === "wordpress"
                ? "At their time, scheduled articles go here instead of to the built-in site."
                : "At their time, scheduled pieces of every kind are sent here."
            }
          />
          {provider === "wordpress" && (
            <>
              <CheckboxField
                field={fields.asDraft}
                label="Scheduled articles arrive as drafts"
                hint="Somebody there looks at them and publishes them."
              />
              <TextField
                field={fields.category}
                label="Category"
                optional
                hint="The name of one that exists there. Empty for the site’s own."
              />
            </>
          )}
          <div>
            <Button type="submit" pending={pending}>
              Save changes
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function NewPassword() {
  return (
    <SchemaForm schema={newPasswordSchema} intent="password" className="grid gap-3" startsOver>
      {(fields, pending) => (
        <>
          <PasswordField field={fields.password} label="New application password" autoComplete="off" />
          <div>
            <Button type="submit" pending={pending}>
              Replace password
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function NewSecret() {
  return (
    <section aria-label="Secret" className="grid gap-2">
      <h3 className="font-medium">Secret</h3>
      <p className="text-13 text-muted">
        For 24 hours after you make a new one, messages are signed with both, so that nothing is missed.
      </p>
      <div>
        <ActionButton asPage intent="secret" size="sm">
          Make a new secret
        </ActionButton>
      </div>
    </section>
  );
}

function Disconnect({ name }: { name: string }) {
  return (
    <section aria-label="Disconnect" className="grid gap-3 border-t border-line pt-6">
      <h3 className="font-medium">Disconnect</h3>
      <SchemaForm schema={disconnectSchema} intent="disconnect" className="grid gap-3">
        {(fields, pending) => (
          <ConfirmByTyping
            expected={name}
            action="Disconnect"
            pending={pending}
            errors={fields.confirmation.errors}
          >
            <p className="text-13 text-muted">
              Its credentials are destroyed at once. What was published there stays where it is.
            </p>
          </ConfirmByTyping>
        )}
      </SchemaForm>
    </section>
  );
}
