import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { ActionButton } from "~/form/action-button";
import { HouseContext } from "~/leads/house";
import type { Money } from "~/leads/lead";
import { PersonWords } from "~/leads/table/cell-words";
import { useLocale } from "~/locale";
import { countOf, formatMoney } from "~/words/format";
import { CompanyLeads, type CompanyLeadsProps } from "./company-leads";
import { type StageTotal, StageTotals } from "./stage-totals";

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
  ownerId: string | null;
  leadCount: number;
  openValues: Money[];
  wonValues: Money[];
  isArchived: boolean;
};

export type CompanyViewProps = Omit<CompanyLeadsProps, "domain"> & {
  company: Company;
  totals: readonly StageTotal[];
  companiesTo: string;
  /** The same leads in the table. */
  tableTo: string;
  form: ReactNode;
};

/** A company: who works there, how far they are, and what they are worth. */
export function CompanyView(props: CompanyViewProps) {
  const { company, house, companiesTo, totals, addTo, tableTo, form } = props;
  const { name, isArchived, leadCount } = company;
  return (
    <HouseContext.Provider value={house}>
      <Page
        title={name}
        back={{ to: companiesTo, name: "Companies" }}
        about={<About company={company} />}
        action={
          house.mayWrite && (
            <>
              <ActionButton intent={isArchived ? "restore" : "archive"} fields={{ name }} look="quiet">
                {isArchived ? "Restore" : "Archive"}
              </ActionButton>
              {leadCount > 0 && (
                <LinkButton to={addTo} look="primary">
                  Add lead
                </LinkButton>
              )}
            </>
          )
        }
      >
        {totals.length > 0 && (
          <Section title="Pipeline" about={<Worth company={company} />}>
            <StageTotals totals={totals} house={house} />
          </Section>
        )}
        <Section
          title="Leads"
          about="Who works here, the newest first."
          action={
            leadCount > 0 && (
              <LinkButton to={tableTo} size="sm">
                Open in the table
              </LinkButton>
            )
          }
        >
          <CompanyLeads {...props} domain={company.domain} />
        </Section>
        <Section title="About the company">{form}</Section>
      </Page>
    </HouseContext.Provider>
  );
}

function About({ company: { industry, isArchived, website, domain, ownerId } }: { company: Company }) {
  const words = [industry, isArchived ? "archived" : ""].filter(Boolean).join(" · ");
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {words && <span>{words}</span>}
      {website && (
        <a href={website} target="_blank" rel="noreferrer" className="link">
          {domain ?? website}
        </a>
      )}
      {ownerId && <PersonWords id={ownerId} />}
    </span>
  );
}

function Worth({ company: { leadCount, openValues, wonValues } }: { company: Company }) {
  const locale = useLocale();
  const say = (values: readonly Money[], what: string) =>
    values.length === 0
      ? []
      : [`${values.map((value) => formatMoney(value, locale, "short")).join(" and ")} ${what}`];
  return (
    <>{[countOf(leadCount, "lead"), ...say(openValues, "open"), ...say(wonValues, "won")].join(" · ")}</>
  );
}
