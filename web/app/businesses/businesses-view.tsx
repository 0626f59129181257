import { Link } from "@remix-run/react";
import { Store } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { LinkTabs } from "~/components/ui/tabs";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";
import { useRowKeys } from "~/topics/row-keys";
import type { components } from "../../../sdk";
import { describedSchema, websiteSchema } from "./schemas";

export type Business = components["schemas"]["Business"];

type BusinessesViewProps = {
  businesses: Business[];
  archived?: boolean;
  mayWrite: boolean;
  pages?: ReactNode;
};

export function BusinessesView({ businesses, archived = false, mayWrite, pages }: BusinessesViewProps) {
  useCreateKey(mayWrite && !archived);
  const mayCreate = mayWrite && !archived;
  return (
    <Page
      title="Businesses"
      about="Whom you write for. Each has its own website, audience, voice and pieces."
      action={
        mayCreate &&
        businesses.length > 0 && (
          <LinkButton to="#create" look="primary">
            Add business
          </LinkButton>
        )
      }
    >
      <div className="mb-4">
        <LinkTabs
          label="Businesses"
          tabs={[
            { to: "?", name: "In use", isCurrent: !archived },
            { to: "?status=archived", name: "Archived", isCurrent: archived },
          ]}
        />
      </div>
      {businesses.length === 0 ? (
        <Empty archived={archived} mayWrite={mayWrite} />
      ) : (
        <List businesses={businesses} archived={archived} mayWrite={mayWrite} />
      )}
      {pages}
      {mayCreate && (
        <div className="mt-10">
          <Create />
        </div>
      )}
    </Page>
  );
}

function useCreateKey(active: boolean): void {
  const { singleKeys } = useFrame();
  const run = () => document.querySelector<HTMLInputElement>("#create input:not([type=hidden])")?.focus();
  useShortcuts(active ? [{ keys: "c", run }] : [], singleKeys);
}

function Empty({ archived, mayWrite }: { archived: boolean; mayWrite: boolean }) {
  if (archived) {
    return (
      <EmptyState icon={Store} title="Nothing is archived">
        A business that you put away waits here, with all its content, until you bring it back.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Store} title="No business yet">
      Tributary reads a website, learns what is offered and to whom, and writes from that.{" "}
      {mayWrite ? "Start with yours below." : "Somebody who writes here can add one."}
    </EmptyState>
  );
}

const head = [
  { key: "name", name: "Business" },
  { key: "type", name: "Kind" },
  { key: "changed", name: "Changed" },
  { key: "actions", name: "Actions", hidden: true },
];

function List({ businesses, archived, mayWrite }: Required<Omit<BusinessesViewProps, "pages">>) {
  const intent = archived ? "restore" : "archive";
  const leaving = useLeaving(intent);
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  return (
    <div ref={list}>
      <Table caption={archived ? "Archived businesses" : "Businesses"} head={head}>
        {businesses.map(({ id, name, website, businessType, industry, updatedAt }) => (
          <Row key={id} hidden={leaving.has(id)}>
            <LeadCell>
              <Link data-row={id} to={id} prefetch="intent" className="block rounded-4 font-medium">
                {name}
              </Link>
              {website && <span className="block text-13 break-all text-muted">{hostOf(website)}</span>}
            </LeadCell>
            <Cell label="Kind">{businessType || industry || "Not described yet"}</Cell>
            <Cell label="Changed">
              <RelativeTime at={updatedAt} />
            </Cell>
            <Cell actions>
              {mayWrite && (
                <ActionButton
                  intent={intent}
                  fields={{ id, name }}
                  size="sm"
                  look="quiet"
                  aria-label={`${archived ? "Restore" : "Archive"} ${name}`}
                >
                  {archived ? "Restore" : "Archive"}
                </ActionButton>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}

function hostOf(website: string): string {
  return URL.parse(website)?.host.replace(/^www\./, "") ?? website;
}

function Create() {
  return (
    <Section
      id="create"
      title="Add a business"
      about="Its website is read at once: what it offers, to whom, in which voice. Nothing counts before you say so."
    >
      <SchemaForm schema={websiteSchema} intent="create" className="grid max-w-md gap-4">
        {(fields, pending) => (
          <>
            <TextField
              field={fields.website}
              label="Its website"
              placeholder="example.com"
              inputMode="url"
              autoCapitalize="none"
              autoComplete="url"
              spellCheck={false}
            />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                Read website
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
      <div className="mt-6">
        <Disclosure label="Describe it by hand">
          <DescribeForm />
        </Disclosure>
      </div>
    </Section>
  );
}

function DescribeForm() {
  return (
    <SchemaForm schema={describedSchema} intent="describe" className="grid max-w-md gap-4">
      {(fields, pending) => (
        <>
          <TextField field={fields.name} label="Name" autoComplete="organization" />
          <TextareaField field={fields.description} label="What it does" optional />
          <TextareaField field={fields.targetAudience} label="Whom it is for" optional rows={2} />
          <div>
            <Button type="submit" pending={pending}>
              Create business
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
