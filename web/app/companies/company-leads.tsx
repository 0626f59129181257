import { Link } from "@remix-run/react";
import { UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { type LeadLine, type LeadsHouse, nameOf } from "~/leads/lead";
import { StageMark } from "~/leads/stage-mark";
import { MoneyWords, PersonWords } from "~/leads/table/cell-words";

/** A lead in the list of a company. */
export type Employed = LeadLine & { lastActivityAt: string | null };

const head = [
  { key: "name", name: "Name" },
  { key: "stage", name: "Stage" },
  { key: "score", name: "Score", align: "right" as const },
  { key: "value", name: "Value", align: "right" as const },
  { key: "owner", name: "Owner" },
  { key: "activity", name: "Last activity" },
];

export type CompanyLeadsProps = {
  domain: string | null;
  leads: readonly Employed[];
  pages?: ReactNode;
  house: LeadsHouse;
  leadsTo: string;
  /** Where a lead is added who works here. */
  addTo: string;
};

/** The leads who work here, the newest first. */
export function CompanyLeads({ domain, leads, pages, house, leadsTo, addTo }: CompanyLeadsProps) {
  if (leads.length === 0)
    return (
      <EmptyState
        icon={UsersRound}
        title="Nobody from here has asked yet"
        action={house.mayWrite && <LinkButton to={addTo}>Add lead</LinkButton>}
      >
        Whoever writes from {domain ? `an address at ${domain}` : "this company"} stands here.
      </EmptyState>
    );
  return (
    <>
      <Table caption="Leads" head={head}>
        {leads.map((lead) => (
          <EmployedRow key={lead.id} lead={lead} house={house} to={`${leadsTo}/${lead.id}`} />
        ))}
      </Table>
      {pages}
    </>
  );
}

function EmployedRow({ lead, house, to }: { lead: Employed; house: LeadsHouse; to: string }) {
  return (
    <Row>
      <LeadCell>
        <Link to={to} prefetch="intent" className="font-medium">
          {nameOf(lead)}
        </Link>
        {lead.jobTitle && <span className="block text-12 text-muted">{lead.jobTitle}</span>}
      </LeadCell>
      <Cell label="Stage">
        <StageMark stage={house.stages.find(({ id }) => id === lead.stageId)} />
      </Cell>
      <Cell label="Score" align="right">
        <span className="tabular-nums">{lead.score ?? "–"}</span>
      </Cell>
      <Cell label="Value" align="right">
        {lead.value ? <MoneyWords value={lead.value} /> : "–"}
      </Cell>
      <Cell label="Owner">{lead.assignedTo ? <PersonWords id={lead.assignedTo} /> : "Nobody"}</Cell>
      <Cell label="Last activity">
        {lead.lastActivityAt ? <RelativeTime at={lead.lastActivityAt} /> : "–"}
      </Cell>
    </Row>
  );
}
