import { Link } from "@remix-run/react";
import { Plug } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { type Connectable, ConnectWebhook, ConnectWordPress } from "./connect-forms";
import { FreshSecret, type FreshWebhook } from "./fresh-secret";

export type Integration = {
  id: string;
  provider: "wordpress" | "webhook";
  name: string;
  status: "active" | "failing" | "disconnected";
  businessId: string | null;
  url: string;
  username: string | null;
  publishScheduled: boolean;
  asDraft: boolean;
  category: string;
  lastSyncAt: string | null;
  lastError: string | null;
};

type IntegrationsViewProps = {
  integrations: Integration[];
  businesses: Connectable[];
  mayWrite: boolean;
  fresh?: FreshWebhook;
  pages?: ReactNode;
  /** One connection, to be tested, changed or ended. */
  panel?: ReactNode;
};

export const providerNames = { wordpress: "WordPress", webhook: "Webhook" };

const head = [
  { key: "name", name: "Name" },
  { key: "business", name: "For" },
  { key: "state", name: "State" },
  { key: "last", name: "Last worked" },
];

export function IntegrationsView(props: IntegrationsViewProps) {
  const { integrations, businesses, mayWrite, fresh, pages, panel } = props;
  return (
    <Page title="Integrations" about="Where approved pieces go, besides your own built-in site.">
      {fresh && <FreshSecret fresh={fresh} />}
      <Section title="Connected">
        {integrations.length === 0 ? (
          <EmptyState icon={Plug} title="Nothing is connected yet">
            {mayWrite
              ? "Connect your WordPress site or a webhook below. Until then, articles are published on the built-in site."
              : "An owner or admin can connect a WordPress site or a webhook. Articles are published on the built-in site."}
          </EmptyState>
        ) : (
          <Table caption="Connected services" head={head}>
            {integrations.map((integration) => (
              <IntegrationRow key={integration.id} integration={integration} businesses={businesses} />
            ))}
          </Table>
        )}
        {pages}
      </Section>
      {mayWrite && <ConnectWordPress key={integrations.length} businesses={businesses} />}
      {mayWrite && <ConnectWebhook businesses={businesses} />}
      {panel}
    </Page>
  );
}

function IntegrationRow({
  integration,
  businesses,
}: {
  integration: Integration;
  businesses: Connectable[];
}) {
  const { id, name, url, businessId, lastSyncAt, lastError, provider } = integration;
  return (
    <Row>
      <LeadCell>
        <Link
          to={id}
          preventScrollReset
          prefetch="intent"
          className="block rounded-4 font-medium break-words"
        >
          {name}
        </Link>
        <span className="block text-12 break-all text-muted">
          {providerNames[provider]} · {url}
        </span>
        {lastError && <span className="block text-12 text-attention">{lastError}</span>}
      </LeadCell>
      <Cell label="For">{businesses.find((each) => each.id === businessId)?.name ?? "Every business"}</Cell>
      <Cell label="State">
        <IntegrationState integration={integration} />
      </Cell>
      <Cell label="Last worked">{lastSyncAt ? <RelativeTime at={lastSyncAt} /> : "Not yet"}</Cell>
    </Row>
  );
}

const states: Record<"working" | "untried" | "failing" | "disconnected", { name: string; tone: BadgeTone }> =
  {
    working: { name: "Works", tone: "stream" },
    untried: { name: "Not tried yet", tone: "neutral" },
    failing: { name: "Does not work", tone: "attention" },
    disconnected: { name: "Disconnected", tone: "neutral" },
  };

export function IntegrationState({ integration: { status, lastSyncAt } }: { integration: Integration }) {
  const { name, tone } = states[status === "active" ? (lastSyncAt ? "working" : "untried") : status];
  return <Badge tone={tone}>{name}</Badge>;
}
