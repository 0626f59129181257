import { Form, useSubmit } from "@remix-run/react";
import { FileClock } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { buttonLook } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { Select } from "~/components/ui/select";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import type { Verification } from "./verification";
import { VerificationResult, VerifyButton } from "./verification-view";

export type AuditEntry = {
  id: string;
  at: string;
  /** A sentence without its subject: “changed the role of Ada Lovelace to Admin”. */
  words: string;
  actorName: string;
  ipAddress: string | null;
  changes: { field: string; before: string; after: string }[];
};

export type AuditFilters = { action: string; actor: string; from: string; to: string };

type AuditLogViewProps = {
  entries: AuditEntry[];
  filters: AuditFilters;
  actions: { value: string; name: string }[];
  actors: { value: string; name: string }[];
  exportTo?: string;
  /** Once somebody has asked whether the log is as it was written. */
  verification?: Verification;
  pages?: ReactNode;
};

const head = [
  { key: "what", name: "What happened" },
  { key: "from", name: "From" },
  { key: "when", name: "When" },
];

export function AuditLogView(props: AuditLogViewProps) {
  const { entries, filters, actions, actors, exportTo, verification, pages } = props;
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <Page
      title="Audit log"
      about="What was done here, by whom. Nobody can change or delete an entry."
      action={
        <>
          <VerifyButton>Verify the log</VerifyButton>
          {exportTo && (
            <a href={exportTo} download className={buttonLook({ look: "secondary" })}>
              Export as CSV
            </a>
          )}
        </>
      }
    >
      {verification && <VerificationResult result={verification} />}
      <Filters filters={filters} actions={actions} actors={actors} isFiltered={isFiltered} />
      {entries.length === 0 ? (
        <EmptyState
          icon={FileClock}
          title={isFiltered ? "Nothing matches these filters" : "Nothing has happened yet"}
          action={isFiltered && <LinkButton to="?">Show everything</LinkButton>}
        >
          {isFiltered
            ? "Choose a longer time or another person."
            : "From now on every change is written down here."}
        </EmptyState>
      ) : (
        <Table caption="Audit log" head={head}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Table>
      )}
      {pages}
    </Page>
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  return (
    <Row>
      <LeadCell>
        <span className="font-medium">{entry.actorName}</span> {entry.words}
        {entry.changes.length > 0 && (
          <details className="text-13 text-muted">
            <summary className="touch inline-block hover:text-ink">Details</summary>
            <dl className="mt-1 grid gap-1">
              {entry.changes.map(({ field, before, after }) => (
                <div key={field} className="break-all">
                  <dt className="inline font-medium">{field}: </dt>
                  <dd className="inline">
                    {before ? (
                      <>
                        <del>{before}</del> → {after || "nothing"}
                      </>
                    ) : (
                      after
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </LeadCell>
      <Cell label="From">{entry.ipAddress ?? "–"}</Cell>
      <Cell>
        <RelativeTime at={entry.at} />
      </Cell>
    </Row>
  );
}

type FiltersProps = Pick<AuditLogViewProps, "filters" | "actions" | "actors"> & { isFiltered: boolean };

/** A form that goes to its own address: filters can be shared, and Back undoes them. */
function Filters({ filters, actions, actors, isFiltered }: FiltersProps) {
  const submit = useSubmit();
  return (
    <Form
      key={Object.values(filters).join()}
      method="get"
      role="search"
      aria-label="Filter the audit log"
      className="mb-4 flex flex-wrap items-end gap-3"
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      <Choice name="actor" label="Who" any="Everybody" value={filters.actor} options={actors} />
      <Choice name="action" label="What" any="Everything" value={filters.action} options={actions} />
      <Day name="from" label="From" value={filters.from} />
      <Day name="to" label="To" value={filters.to} />
      <noscript>
        <Button type="submit">Filter</Button>
      </noscript>
      {isFiltered && (
        <LinkButton to="?" look="quiet">
          Clear
        </LinkButton>
      )}
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  value: string;
  options: { value: string; name: string }[];
};

function Choice({ name, label, any, value, options }: ChoiceProps) {
  return (
    <Field id={`filter-${name}`} label={label} className="w-44 max-sm:w-full">
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <Field id={`filter-${name}`} label={label} className="w-40 max-sm:flex-1">
      {(control) => <Input {...control} type="date" name={name} defaultValue={value} />}
    </Field>
  );
}
