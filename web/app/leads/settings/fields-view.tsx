import { Link } from "@remix-run/react";
import { ListPlus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import type { CustomField } from "../lead";
import { fieldTypeWords } from "./setting-words";

export type FieldSetting = CustomField & {
  id: string;
  description: string;
  isUnique: boolean;
  archivedAt: string | null;
};

type FieldsViewProps = {
  fields: readonly FieldSetting[];
  mayWrite: boolean;
  base: string;
  panel?: ReactNode;
};

const head = [
  { key: "name", name: "Field" },
  { key: "type", name: "Holds" },
  { key: "rules", name: "Rules" },
  { key: "state", name: "State", hidden: true },
];

/** What this organization wants to know of its leads besides what everybody does. */
export function FieldsView({ fields, mayWrite, base, panel }: FieldsViewProps) {
  const add = mayWrite && (
    <LinkButton to={`${base}/new`} look="primary" preventScrollReset>
      <Plus aria-hidden />
      Add field
    </LinkButton>
  );
  return (
    <Page
      title="Fields"
      about="What you want to know of a lead besides name, company and how to reach them."
      action={fields.length > 0 && add}
    >
      {fields.length === 0 ? (
        <EmptyState icon={ListPlus} title="No field of your own yet" action={add}>
          A field is a column of the table, a question in forms, and something to filter by.
        </EmptyState>
      ) : (
        <Table caption="Fields" head={head}>
          {fields.map((field) => (
            <FieldRow key={field.id} field={field} to={mayWrite ? `${base}/${field.id}` : null} />
          ))}
        </Table>
      )}
      {panel}
    </Page>
  );
}

function FieldRow({ field, to }: { field: FieldSetting; to: string | null }) {
  const { label, key, type, isRequired, isUnique, isFilterable, archivedAt } = field;
  const rules = [isRequired && "required", isUnique && "unique", isFilterable && "for filters"].filter(
    Boolean,
  );
  return (
    <Row>
      <LeadCell>
        {to ? (
          <Link to={to} preventScrollReset className="block font-medium">
            {label}
          </Link>
        ) : (
          label
        )}
        <span className="block font-mono text-12 text-muted">{key}</span>
      </LeadCell>
      <Cell label="Holds">{fieldTypeWords[type]}</Cell>
      <Cell label="Rules">{rules.join(", ") || "–"}</Cell>
      <Cell actions>{archivedAt && <Badge>Archived</Badge>}</Cell>
    </Row>
  );
}
