import type { LinkProps } from "@remix-run/react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { TextField } from "~/form/fields";
import { PermissionFields } from "~/form/permission-fields";
import { SchemaForm } from "~/form/schema-form";
import { apiKeyNameSchema, apiKeyScopesSchema } from "~/schemas/organization";
import type { ApiKey } from "./api-keys-view";
import { permissionWords } from "./permission-words";

type ApiKeyPanelProps = {
  apiKey: ApiKey;
  /** What the reader may do themselves: nobody gives what they do not have. */
  grantable: readonly string[];
  mayWrite: boolean;
  closeTo: LinkProps["to"];
};

export function ApiKeyPanel({ apiKey, grantable, mayWrite, closeTo }: ApiKeyPanelProps) {
  const { name, prefix, lastFour, scopes, status } = apiKey;
  const about = (
    <code className="font-mono text-13">
      {prefix}…{lastFour}
    </code>
  );
  return (
    <SidePanel title={name} about={about} closeTo={closeTo}>
      {mayWrite && status === "active" ? (
        <div className="grid gap-8">
          <RenameForm name={name} />
          <ScopesForm scopes={scopes} grantable={grantable} />
        </div>
      ) : (
        <Scopes scopes={scopes} status={status} />
      )}
    </SidePanel>
  );
}

function RenameForm({ name }: Pick<ApiKey, "name">) {
  return (
    <SchemaForm schema={apiKeyNameSchema} intent="rename" defaultValue={{ name }} className="grid gap-3">
      {(fields, pending) => (
        <>
          <TextField field={fields.name} label="Name" autoComplete="off" />
          <div>
            <Button type="submit" pending={pending}>
              Rename
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function ScopesForm({ scopes, grantable }: Pick<ApiKey, "scopes"> & Pick<ApiKeyPanelProps, "grantable">) {
  const beyond = scopes.filter((scope) => !grantable.includes(scope));
  const within = scopes.filter((scope) => grantable.includes(scope));
  return (
    <SchemaForm
      schema={apiKeyScopesSchema}
      intent="scopes"
      defaultValue={{ scopes: within }}
      className="grid gap-4"
    >
      {(fields, pending) => (
        <>
          <PermissionFields field={fields.scopes} legend="It may" permissions={grantable} />
          {beyond.length > 0 && <Beyond scopes={beyond} />}
          <p className="text-13 text-muted">
            It counts from the next call on. The key itself stays the same.
          </p>
          <div>
            <Button type="submit" pending={pending}>
              Save what it may do
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function Beyond({ scopes }: Pick<ApiKey, "scopes">) {
  return (
    <div className="text-attention">
      <p>It may also do what you may not. Saving takes this from it:</p>
      <ScopeList scopes={scopes} />
    </div>
  );
}

function Scopes({ scopes, status }: Pick<ApiKey, "scopes" | "status">) {
  const isOver = status === "expired" || status === "revoked";
  return (
    <section aria-label="What it may do">
      <h3 className="text-13 font-medium text-muted">{isOver ? "It could" : "It may"}</h3>
      <ScopeList scopes={scopes} />
      {isOver && <p className="mt-4 text-muted">This key no longer works.</p>}
    </section>
  );
}

function ScopeList({ scopes }: Pick<ApiKey, "scopes">) {
  return (
    <ul className="mt-1.5 list-disc pl-5">
      {scopes.map((scope) => (
        <li key={scope}>{permissionWords(scope)}</li>
      ))}
    </ul>
  );
}
