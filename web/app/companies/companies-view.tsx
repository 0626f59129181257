import { Link } from "@remix-run/react";
import { Building2, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { SearchField } from "~/components/ui/search-field";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import type { Money } from "~/leads/lead";
import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import { Values } from "./values";

export type CompanyLine = {
  id: string;
  name: string;
  domain: string | null;
  industry: string;
  size: string | null;
  city: string;
  leadCount: number;
  openValues: Money[];
  wonValues: Money[];
  /** Its name; null where nobody looks after it. */
  owner: string | null;
};

export type CompanySort = "name" | "-leadCount";

export type CompaniesViewProps = {
  companies: readonly CompanyLine[];
  q: string;
  sort: CompanySort;
  mayWrite: boolean;
  base: string;
  pages?: ReactNode;
  panel?: ReactNode;
};

const head = [
  { key: "name", name: "Name" },
  { key: "industry", name: "Industry" },
  { key: "leads", name: "Leads", align: "right" as const },
  { key: "open", name: "Open", align: "right" as const },
  { key: "won", name: "Won", align: "right" as const },
  { key: "owner", name: "Owner" },
];

export function CompaniesView(props: CompaniesViewProps) {
  const { companies, q, sort, mayWrite, base, pages, panel } = props;
  const isNone = companies.length === 0;
  const add = mayWrite && (
    <LinkButton to={`${base}/new`} look="primary" preventScrollReset>
      <Plus aria-hidden />
      Add company
    </LinkButton>
  );
  return (
    <Page title="Companies" about="Whom your leads work for." action={!isNone || q ? add : undefined}>
      {(!isNone || q) && (
        <div className="flex flex-wrap items-start justify-between gap-x-6">
          <SearchField label="Search companies" value={q} />
          {!q && <Order sort={sort} base={base} />}
        </div>
      )}
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

const orders: [sort: CompanySort, name: string][] = [
  ["name", "By name"],
  ["-leadCount", "Most leads first"],
];

function Order({ sort, base }: Pick<CompaniesViewProps, "sort" | "base">) {
  return (
    <nav aria-label="Order" className="mb-4 flex min-h-9 items-center gap-4 text-13">
      {orders.map(([each, name]) => (
        <Link
          key={each}
          to={each === "name" ? base : `${base}?sort=${each}`}
          aria-current={each === sort ? "true" : undefined}
          className="touch text-muted hover:text-ink aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

function CompanyRow({ company, to }: { company: CompanyLine; to: string }) {
  const { name, domain, industry, size, city, leadCount, openValues, wonValues, owner } = company;
  const locale = useLocale();
  const about = [size && `${size} people`, city].filter(Boolean).join(" · ");
  return (
    <Row>
      <LeadCell>
        <Link to={to} prefetch="intent" className="font-medium">
          {name}
        </Link>
        {domain && <span className="block text-12 text-muted">{domain}</span>}
      </LeadCell>
      <Cell label="Industry">
        {industry || (about ? "" : "–")}
        {industry && about && <span className="sm:hidden"> · </span>}
        {about && <span className="block text-12 max-sm:inline max-sm:text-13">{about}</span>}
      </Cell>
      <Cell label="Leads" align="right">
        <span className="tabular-nums">{formatNumber(leadCount, locale)}</span>
      </Cell>
      <Cell label="Open" align="right">
        <Values values={openValues} />
      </Cell>
      <Cell label="Won" align="right">
        <Values values={wonValues} />
      </Cell>
      <Cell label="Owner">{owner ?? "Nobody"}</Cell>
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
