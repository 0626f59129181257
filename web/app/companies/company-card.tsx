import { Link } from "@remix-run/react";
import { Card } from "~/leads/page/card";
import type { LeadCardProps } from "~/leads/page/lead-card";
import { type CardRead, useCard } from "~/leads/page/use-card";
import { type LeadLine, nameOf } from "~/leads/lead";
import type { Company } from "./company-view";

export type CompanyAnswer = {
  company: Pick<Company, "name" | "website" | "domain" | "industry" | "size" | "address">;
  companyTo: string;
  /** Other leads who work there, and more than these if `hasMore`. */
  colleagues: readonly LeadLine[];
  hasMore: boolean;
  leadsTo: string;
};

/** Where the lead works, and who else there is known. */
export function CompanyCard({ lead, leadTo }: LeadCardProps) {
  return lead.companyId ? <KnownCompany from={`${leadTo}/company`} /> : null;
}

function KnownCompany({ from }: { from: string }) {
  return <CompanyCardView {...useCard<CompanyAnswer>(from)} />;
}

export function CompanyCardView({ read, again }: Pick<CardRead<CompanyAnswer>, "read" | "again">) {
  return (
    <Card title="Company" read={read} again={again}>
      {({ company, companyTo, colleagues, hasMore, leadsTo }) => (
        <div className="grid gap-2">
          <div>
            <Link to={companyTo} prefetch="intent" className="link font-medium">
              {company.name}
            </Link>
            <p className="text-muted">{sayCompany(company)}</p>
            {company.website && (
              <a href={company.website} target="_blank" rel="noreferrer" className="link break-all">
                {company.domain ?? company.website}
              </a>
            )}
          </div>
          {colleagues.length > 0 && (
            <div>
              <h3 className="text-12 text-muted">Also from there</h3>
              <ul>
                {colleagues.map((lead) => (
                  <li key={lead.id} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
                    <Link
                      to={`${leadsTo}/${lead.id}`}
                      prefetch="intent"
                      className="min-w-0 truncate hover:underline"
                    >
                      {nameOf(lead)}
                    </Link>
                    <span className="min-w-0 truncate text-12 text-muted">{lead.jobTitle}</span>
                  </li>
                ))}
              </ul>
              {hasMore && (
                <Link to={companyTo} className="link text-13">
                  All of them
                </Link>
              )}
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function sayCompany({ industry, size, address }: CompanyAnswer["company"]): string {
  const place = [address.city, address.country].filter(Boolean).join(", ");
  return [industry, size && `${size} people`, place].filter(Boolean).join(" · ");
}
