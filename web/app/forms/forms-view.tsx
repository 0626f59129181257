import { Link } from "@remix-run/react";
import { ClipboardList, Search } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { SearchField } from "~/components/ui/search-field";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { LinkTabs } from "~/components/ui/tabs";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { useRowKeys } from "~/topics/row-keys";
import { countOf } from "~/words/format";
import { type ListedForm, stateOf } from "./form";

export type FormsViewProps = {
  forms: ListedForm[];
  archived: boolean;
  /** What is searched for; empty where nothing is. */
  q: string;
  mayWrite: boolean;
  mayReadAnswers: boolean;
  pages?: ReactNode;
};

const head = [
  { key: "name", name: "Form" },
  { key: "state", name: "State" },
  { key: "answers", name: "Answers", align: "right" as const },
  { key: "changed", name: "Changed" },
  { key: "actions", name: "Actions", hidden: true },
];

export function FormsView(props: FormsViewProps) {
  const { forms, archived, q, pages, mayWrite } = props;
  return (
    <Page
      title="Forms"
      about="What you ask your visitors, on a page of its own or inside your site. Each answer becomes a lead."
      action={
        mayWrite && (
          <LinkButton to="new" look="primary">
            New form
          </LinkButton>
        )
      }
    >
      <LinkTabs
        label="Forms by state"
        tabs={[
          { to: addressOf(false, q), name: "In use", isCurrent: !archived },
          { to: addressOf(true, q), name: "Archived", isCurrent: archived },
        ]}
      />
      {(forms.length > 0 || q) && (
        <div className="mt-4">
          <SearchField label="Name or title" value={q} keep={archived ? { archived: "true" } : {}} />
        </div>
      )}
      {forms.length === 0 ? <Nothing {...props} /> : <List {...props} />}
      {pages}
    </Page>
  );
}

/** Of the forms in use or archived, searched or not. */
function addressOf(archived: boolean, q: string): string {
  const params = new URLSearchParams({ ...(archived ? { archived: "true" } : {}), ...(q ? { q } : {}) });
  return `?${params}`;
}

function List({ forms, ...rest }: FormsViewProps) {
  const list = useRef<HTMLDivElement>(null);
  const leaving = useLeaving(rest.archived ? "unarchive" : "archive");
  useRowKeys(list);
  return (
    <div ref={list}>
      <Table caption="Forms" head={head}>
        {forms.map((form) => (
          <FormRow key={form.id} form={form} hidden={leaving.has(form.id)} {...rest} />
        ))}
      </Table>
    </div>
  );
}

type FormRowProps = Omit<FormsViewProps, "forms" | "q" | "pages"> & { form: ListedForm; hidden: boolean };

function FormRow({ form, hidden, archived, mayWrite, mayReadAnswers }: FormRowProps) {
  const { id, name, title, fieldCount, responseCount, updatedAt } = form;
  const state = stateOf(form);
  return (
    <Row hidden={hidden}>
      <LeadCell>
        <Link
          to={id}
          prefetch="intent"
          data-row={id}
          className="rounded-4 font-medium break-words hover:underline"
        >
          {name}
        </Link>
        <span className="block text-13 text-muted">
          {title && title !== name ? `${title} · ` : ""}
          {countOf(fieldCount, "question")}
        </span>
      </LeadCell>
      <Cell label="State">
        <Badge tone={state.tone}>{state.name}</Badge>
      </Cell>
      <Cell label="Answers" align="right">
        {mayReadAnswers && responseCount > 0 ? (
          <Link to={`${id}/submissions`} prefetch="intent" className="link tabular-nums">
            {responseCount}
          </Link>
        ) : (
          <span className="tabular-nums">{responseCount}</span>
        )}
      </Cell>
      <Cell label="Changed">
        <RelativeTime at={updatedAt} />
      </Cell>
      <Cell actions>
        {mayWrite && (
          <ActionButton
            intent={archived ? "unarchive" : "archive"}
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
  );
}

function Nothing({ archived, q, mayWrite }: Pick<FormsViewProps, "archived" | "q" | "mayWrite">) {
  if (q)
    return (
      <EmptyState
        icon={Search}
        title={`No form begins with “${q}” here`}
        action={<LinkButton to={addressOf(archived, "")}>Show all forms</LinkButton>}
      >
        Names and titles are searched, from their beginnings.
      </EmptyState>
    );
  if (archived)
    return (
      <div className="mt-8">
        <EmptyState icon={ClipboardList} title="Nothing is archived">
          A form that is put away stands here, and so do its answers.
        </EmptyState>
      </div>
    );
  return (
    <div className="mt-8">
      <EmptyState
        icon={ClipboardList}
        title="No form yet"
        action={
          mayWrite && (
            <LinkButton to="new" look="primary">
              Make the first form
            </LinkButton>
          )
        }
      >
        A form asks what you need to know and turns a visitor into a lead.{" "}
        {mayWrite
          ? "Describe it in a sentence, begin from a template, or from nothing."
          : "A marketer or admin can make one."}
      </EmptyState>
    </div>
  );
}
