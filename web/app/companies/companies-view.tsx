import { Link } from "@remix-run/react";
import { Building2, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { SearchField } from "~/components/ui/search-field";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";

export type CompanyLine = {
  id: string;
  name: string;
  domain: string | null;
  industry: string;
  size: string | null;
  city: string;
  createdAt: string;
};

export type CompaniesViewProps = {
  companies: readonly CompanyLine[];
  q: string;
  mayWrite: boolean;
  base: string;
  pages?: ReactNode;
  panel?: ReactNode;
};

const head = [
  { key: "name", name: "Name" },
  { key: "industry", name: "Industry" },
  { key: "size", name: "People" },
  { key: "city", name: "City" },
  { key: "created", name: "Known since" },
];

export function CompaniesView({ companies, q, mayWrite, base, pages, panel }: CompaniesViewProps) {
  const isNone = companies.length === 0;
  const add = mayWrite && (
    <LinkButton to={`${base}/new`} look="primary" preventScrollReset>
      <Plus aria-hidden />
      Add company
    </LinkButton>
  );
  return (
    <Page title="Companies" about="Whom your leads work for." action={!isNone || q ? add : undefined}>
      {(!isNone || q) && <SearchField label="Search companies" value={q} />}
      {isNone ? (
        <Nothing q={q} add={add} />
      ) : (
        <Table caption="Companies" head={head}>
          {companies.map((company) => (
            <CompanyRow key={company.id} company={company} to={`${base}/${company.id}`} />
          ))}
        </Table>
      )}
      {pages}
      {panel}
    </Page>
  );
}

function CompanyRow({ company, to }: { company: CompanyLine; to: string }) {
  const { name, domain, industry, size, city, createdAt } = company;
  return (
    <Row>
      <LeadCell>
        <Link to={to} prefetch="intent" className="font-medium">
          {name}
        </Link>
        {domain && <span className="block text-12 text-muted">{domain}</span>}
      </LeadCell>
      <Cell label="Industry">{industry || "–"}</Cell>
      <Cell label="People">{size ?? "–"}</Cell>
      <Cell label="City">{city || "–"}</Cell>
      <Cell label="Known since">
        <RelativeTime at={createdAt} />
      </Cell>
    </Row>
  );
}

function Nothing({ q, add }: { q: string; add: ReactNode }) {
  return (
    <EmptyState
      icon={Building2}
      title={q ? `No company begins with “${q}”` : "No company yet"}
      action={q ? undefined : add}
    >
      {q
        ? "Try another beginning of its name."
        : "Companies appear by themselves as leads name whom they work for, or you add them here."}
    </EmptyState>
  );
}
