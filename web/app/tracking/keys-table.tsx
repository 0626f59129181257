import { Link, useLocation } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { consentWords, type TrackingKey } from "./tracking-key";

const head = [
  { key: "name", name: "Name" },
  { key: "domains", name: "Websites" },
  { key: "consent", name: "Consent" },
  { key: "heard", name: "Last event" },
  { key: "actions", name: "Actions", hidden: true },
];

export function KeysTable({ keys, mayWrite }: { keys: TrackingKey[]; mayWrite: boolean }) {
  return (
    <Table caption="Tracking keys" head={head}>
      {keys.map((key) => (
        <KeyRow key={key.id} trackingKey={key} mayWrite={mayWrite} />
      ))}
    </Table>
  );
}

function KeyRow({ trackingKey, mayWrite }: { trackingKey: TrackingKey; mayWrite: boolean }) {
  const { id, name, key, domains, consentMode, status, endsAt, lastEventAt } = trackingKey;
  const { search } = useLocation();
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
        <span className="block font-mono text-12 break-all text-muted">{key}</span>
      </LeadCell>
      <Cell label="Websites">{domains.length === 0 ? "Any" : domains.join(", ")}</Cell>
      <Cell label="Consent">{consentWords[consentMode].name}</Cell>
      <Cell label="Last event">{lastEventAt ? <RelativeTime at={lastEventAt} /> : "Never"}</Cell>
      <Cell actions>
        {status === "ended" && <Badge tone="neutral">Ended</Badge>}
        {status === "ending" && endsAt && (
          <Badge tone="attention">
            Ends <RelativeTime at={endsAt} />
          </Badge>
        )}
        {status !== "ended" && mayWrite && <KeyActions {...trackingKey} />}
      </Cell>
    </Row>
  );
}

function KeyActions({ id, name, status }: TrackingKey) {
  const fields = { id, name };
  return (
    <span className="inline-flex gap-1">
      {status === "active" && (
        <ActionButton intent="rotate" fields={fields} size="sm" look="quiet" aria-label={`Rotate ${name}`}>
          Rotate
        </ActionButton>
      )}
      <ActionButton intent="revoke" fields={fields} size="sm" look="quiet" aria-label={`Revoke ${name}`}>
        Revoke
      </ActionButton>
    </span>
  );
}
