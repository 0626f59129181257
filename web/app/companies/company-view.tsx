import { Link } from "@remix-run/react";
import { UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { ActionButton } from "~/form/action-button";
import { HouseContext } from "~/leads/house";
import { type LeadLine, type LeadsHouse, nameOf } from "~/leads/lead";
import { MoneyWords, PersonWords } from "~/leads/table/cell-words";
import { StageMark } from "~/leads/stage-mark";

export type Company = {
  id: string;
  name: string;
  website: string | null;
  domain: string | null;
  industry: string;
  size: string | null;
  phone: string | null;
  description: string;
  address: Partial<Record<"street" | "city" | "region" | "postalCode" | "country", string>>;
  isArchived: boolean;
};

type CompanyViewProps = {
  company: Company;
  leads: readonly LeadLine[];
  moreLeadsTo: string | null;
  house: LeadsHouse;
  companiesTo: string;
  leadsTo: string;
  form: ReactNode;
};

/** A company and who works there. */
export function CompanyView(props: CompanyViewProps) {
  const { company, house, companiesTo, form } = props;
  const { name, website, domain, industry, isArchived } = company;
  return (
    <HouseContext.Provider value={house}>
      <Page
        title={name}
        back={{ to: companiesTo, name: "Companies" }}
        about={
          <>
            {[industry, isArchived ? "archived" : ""].filter(Boolean).join(" · ")}
            {website && (industry || isArchived) && " · "}
            {website && (
              <a href={website} target="_blank" rel="noreferrer" className="link">
                {domain ?? website}
              </a>
            )}
          </>
        }
        action={
          house.mayWrite && (
            <ActionButton intent={isArchived ? "restore" : "archive"} fields={{ name }} look="secondary">
              {isArchived ? "Restore" : "Archive"}
            </ActionButton>
          )
        }
      >
        <Section title="People" about="Leads who work here.">
          <People {...props} />
        </Section>
        <Section title="About the company">{form}</Section>
      </Page>
    </HouseContext.Provider>
  );
}

const head = [
  { key: "name", name: "Name" },
  { key: "stage", name: "Stage" },
  { key: "owner", name: "Owner" },
  { key: "value", name: "Value", align: "right" as const },
];

function People({ company, leads, leadsTo, moreLeadsTo, house }: CompanyViewProps) {
  if (leads.length === 0)
    return (
      <EmptyState
        icon={UsersRound}
        title="Nobody from here has asked yet"
        action={
          house.mayWrite && (
            <LinkButton to={`${leadsTo}/new?company=${encodeURIComponent(company.name)}`}>
              Add lead
            </LinkButton>
          )
        }
      >
        Whoever writes from {company.domain ? `an address at ${company.domain}` : "this company"} stands here.
      </EmptyState>
    );
  return (
    <>
      <Table caption="People" head={head}>
        {leads.map((lead) => (
          <Row key={lead.id}>
            <LeadCell>
              <Link to={`${leadsTo}/${lead.id}`} prefetch="intent" className="font-medium">
                {nameOf(lead)}
              </Link>
              {lead.jobTitle && <span className="block text-12 text-muted">{lead.jobTitle}</span>}
            </LeadCell>
            <Cell label="Stage">
              <StageMark stage={house.stages.find(({ id }) => id === lead.stageId)} />
            </Cell>
            <Cell label="Owner">{lead.assignedTo ? <PersonWords id={lead.assignedTo} /> : "Nobody"}</Cell>
            <Cell label="Value" align="right">
              {lead.value ? <MoneyWords value={lead.value} /> : "–"}
            </Cell>
          </Row>
        ))}
      </Table>
      {moreLeadsTo && (
        <p className="mt-3">
          <LinkButton to={moreLeadsTo} size="sm">
            See all of them
          </LinkButton>
        </p>
      )}
    </>
  );
}
