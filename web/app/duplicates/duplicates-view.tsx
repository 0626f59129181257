import { Link } from "@remix-run/react";
import { UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { Percent } from "~/components/ui/percent";
import { EmptyState } from "~/components/ui/states";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { type LeadLine, nameOf } from "~/leads/lead";
import { countOf } from "~/words/format";
import { mergeTo, type Pair, sayReasons, type Scan } from "./duplicate";

export type DuplicatesViewProps = {
  pairs: readonly Pair[];
  count: number;
  isExact: boolean;
  scan: Scan | null;
  mayWrite: boolean;
  leadsTo: string;
  pages?: ReactNode;
};

/** Leads that may be one person, the surest first. */
export function DuplicatesView({
  pairs,
  count,
  isExact,
  scan,
  mayWrite,
  leadsTo,
  pages,
}: DuplicatesViewProps) {
  const leaving = useLeaving("dismiss");
  const isLooking = scan !== null && scan.finishedAt === null;
  const look = mayWrite && !isLooking && (
    <ActionButton intent="scan" look={pairs.length === 0 ? "primary" : "secondary"}>
      Look through all leads
    </ActionButton>
  );
  return (
    <Page
      title="Possible duplicates"
      back={{ to: leadsTo, name: "Leads" }}
      about="Every lead that comes in or changes is compared with the others. Merging can be undone for thirty days."
      action={look}
    >
      <p className="mb-4 text-13 text-muted" role="status">
        {pairs.length > 0 && `${isExact ? countOf(count, "pair") : "More than a thousand pairs"}. `}
        <ScanWords scan={scan} />
      </p>
      {pairs.length === 0 ? (
        <EmptyState icon={UsersRound} title="Nobody stands here twice">
          Two leads with one mailbox, number or name at one company are shown here, with what says so.
        </EmptyState>
      ) : (
        <ul aria-label="Pairs" className="border-t border-line">
          {pairs.map((pair) => (
            <PairRow
              key={pair.id}
              pair={pair}
              isLeaving={leaving.has(pair.id)}
              mayWrite={mayWrite}
              leadsTo={leadsTo}
            />
          ))}
        </ul>
      )}
      {pages}
    </Page>
  );
}

function ScanWords({ scan }: { scan: Scan | null }) {
  if (!scan) return null;
  if (scan.finishedAt === null) return <>Looking: {countOf(scan.looked, "lead")} so far.</>;
  return (
    <>
      {countOf(scan.looked, "lead")} looked through <RelativeTime at={scan.finishedAt} />.
    </>
  );
}

type PairRowProps = { pair: Pair; isLeaving: boolean; mayWrite: boolean; leadsTo: string };

function PairRow({ pair, isLeaving, mayWrite, leadsTo }: PairRowProps) {
  const [older, newer] = pair.leads;
  const names = `${nameOf(older)} and ${nameOf(newer)}`;
  return (
    <li
      hidden={isLeaving}
      className="grid gap-3 border-b border-line py-4 sm:grid-cols-[1fr_1fr_auto] sm:items-start"
    >
      <Person lead={older} leadsTo={leadsTo} />
      <Person lead={newer} leadsTo={leadsTo} />
      {mayWrite && (
        <div className="flex flex-wrap gap-2 sm:justify-end">
          <LinkButton
            to={mergeTo(leadsTo, older.id, newer.id)}
            look="secondary"
            size="sm"
            aria-label={`Compare and merge ${names}`}
          >
            Compare and merge
          </LinkButton>
          <ActionButton
            intent="dismiss"
            fields={{ id: pair.id }}
            look="quiet"
            size="sm"
            aria-label={`Two people: ${names}`}
          >
            Two people
          </ActionButton>
        </div>
      )}
      <p className="text-13 text-muted sm:col-span-3">
        <Badge tone={pair.score >= 85 ? "attention" : "neutral"}>
          <Percent of={pair.score / 100} />
        </Badge>{" "}
        {sayReasons(pair.reasons)}
      </p>
    </li>
  );
}

function Person({ lead, leadsTo }: { lead: LeadLine; leadsTo: string }) {
  const work = [lead.jobTitle, lead.companyName].filter(Boolean).join(" at ");
  const reach = [lead.email, lead.phone].filter(Boolean);
  return (
    <div className="min-w-0">
      <Link to={`${leadsTo}/${lead.id}`} className="link font-medium break-words">
        {nameOf(lead)}
      </Link>
      {work && <p className="text-13 break-words text-muted">{work}</p>}
      {reach.map((each) => (
        <p key={each} className="text-13 break-words text-muted">
          {each}
        </p>
      ))}
      <p className="text-13 text-muted">
        Since <RelativeTime at={lead.createdAt} />
      </p>
    </div>
  );
}
