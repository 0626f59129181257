import { Link, useLocation } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { CopyButton } from "~/components/ui/copy-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { SelectField, TextField } from "~/form/fields";
import { PermissionFields } from "~/form/permission-fields";
import { SchemaForm } from "~/form/schema-form";
import { apiKeySchema } from "~/schemas/organization";
import { countOf } from "~/words/format";
import { permissionWords } from "./permission-words";

export type ApiKey = {
  id: string;
  name: string;
  prefix: string;
  lastFour: string;
  scopes: string[];
  lastUsedAt: string | null;
  expiresAt: string | null;
  status: "active" | "retiring" | "expired" | "revoked";
  createdBy: { name: string; isMember: boolean };
};

/** Just made: the only time that anybody sees it. */
export type FreshKey = { name: string; secret: string };

type ApiKeysViewProps = {
  keys: ApiKey[];
  fresh?: FreshKey;
  grantable: readonly string[];
  mayWrite: boolean;
  host: string;
  pages?: ReactNode;
  /** One key, to be renamed or given other scopes. */
  panel?: ReactNode;
};

const states: Record<Exclude<ApiKey["status"], "active">, { name: string; tone: BadgeTone }> = {
  retiring: { name: "Being replaced", tone: "attention" },
  expired: { name: "Expired", tone: "neutral" },
  revoked: { name: "Revoked", tone: "neutral" },
};

const head = [
  { key: "name", name: "Name" },
  { key: "scopes", name: "May" },
  { key: "used", name: "Last used" },
  { key: "expires", name: "Expires" },
  { key: "actions", name: "Actions", hidden: true },
];

export function ApiKeysView({ keys, fresh, grantable, mayWrite, host, pages, panel }: ApiKeysViewProps) {
  return (
    <Page
      title="API keys"
      about={
        <>
          A key lets a program in, with no more than you give it.{" "}
          <a href="/docs" className="link">
            API reference
          </a>
        </>
      }
    >
      {fresh && <FreshSecret fresh={fresh} host={host} />}
      <Section title="Keys">
        {keys.length === 0 ? (
          <EmptyState icon={KeyRound} title="No program comes in yet">
            Create a key, put it into your program, and everything the app can do, it can do too.
          </EmptyState>
        ) : (
          <Table caption="API keys" head={head}>
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} mayWrite={mayWrite} />
            ))}
          </Table>
        )}
        {pages}
      </Section>
      {mayWrite && (
        <Section
          id="create"
          title="Create a key"
          about="It is shown once. Give it only what the program needs."
        >
          <CreateForm grantable={grantable} />
        </Section>
      )}
      {panel}
    </Page>
  );
}

function FreshSecret({ fresh, host }: { fresh: FreshKey; host: string }) {
  return (
    <Callout
      key={fresh.secret}
      takesFocus
      tone="success"
      role="status"
      className="mb-8"
      title={`Copy “${fresh.name}” now: you will not see it again.`}
      action={<CopyButton value={fresh.secret} label="Copy key" size="sm" />}
    >
      <code className="mt-2 block rounded-4 bg-raised px-3 py-2 font-mono text-13 break-all text-ink select-all">
        {fresh.secret}
      </code>
      <p className="mt-3">Try it:</p>
      <code className="mt-1 block rounded-4 bg-raised px-3 py-2 font-mono text-13 whitespace-pre-wrap text-ink">
        {`curl ${host}/v1/me \\\n  -H "Authorization: Bearer ${fresh.secret}"`}
      </code>
    </Callout>
  );
}

function KeyRow({ apiKey, mayWrite }: { apiKey: ApiKey; mayWrite: boolean }) {
  const { id, name, prefix, lastFour, scopes, lastUsedAt, expiresAt, status, createdBy } = apiKey;
  const { search } = useLocation();
  const isOrphan = !createdBy.isMember && (status === "active" || status === "retiring");
  return (
    <Row>
      <LeadCell>
        <Link
          to={{ pathname: id, search }}
          preventScrollReset
          prefetch="intent"
          className="block rounded-4 font-medium"
        >
          {name}
        </Link>
        <span className="block font-mono text-12 text-muted">
          {prefix}…{lastFour}
        </span>
        {isOrphan && (
          <span className="block text-12 text-attention">Made by {createdBy.name}, who has left</span>
        )}
      </LeadCell>
      <Cell label="May">
        <span title={scopes.map(permissionWords).join(", ")}>{countOf(scopes.length, "thing")}</span>
      </Cell>
      <Cell label="Last used">{lastUsedAt ? <RelativeTime at={lastUsedAt} /> : "Never"}</Cell>
      <Cell label="Expires">{expiresAt ? <RelativeTime at={expiresAt} /> : "Never"}</Cell>
      <Cell actions>
        {status !== "active" && <Badge tone={states[status].tone}>{states[status].name}</Badge>}
        {status === "active" && mayWrite && (
          <span className="inline-flex gap-1">
            <ActionButton
              asPage
              intent="rotate"
              fields={{ id, name }}
              size="sm"
              look="quiet"
              aria-label={`Rotate ${name}`}
            >
              Rotate
            </ActionButton>
            <ActionButton
              intent="revoke"
              fields={{ id, name }}
              size="sm"
              look="quiet"
              aria-label={`Revoke ${name}`}
            >
              Revoke
            </ActionButton>
          </span>
        )}
      </Cell>
    </Row>
  );
}

const lifetimes = [
  { value: "30", name: "In 30 days" },
  { value: "90", name: "In 90 days" },
  { value: "365", name: "In a year" },
  { value: "never", name: "Never" },
];

function CreateForm({ grantable }: { grantable: readonly string[] }) {
  return (
    <SchemaForm
      schema={apiKeySchema}
      intent="create"
      defaultValue={{ expires: "90" }}
      className="grid gap-5"
      startsOver
    >
      {(fields, pending) => (
        <>
          <TextField
            field={fields.name}
            label="Name"
            hint="What will use it, such as “Website” or “Nightly export”."
            className="max-w-md"
          />
          <PermissionFields field={fields.scopes} legend="It may" permissions={grantable} />
          <SelectField field={fields.expires} label="Expires" options={lifetimes} className="max-w-48" />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Create API key
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
