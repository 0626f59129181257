import { Link, useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "~/components/ui/button";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { type LeadLine, nameOf } from "~/leads/lead";
import { Card } from "~/leads/page/card";
import type { LeadCardProps } from "~/leads/page/lead-card";
import { type CardRead, useCard } from "~/leads/page/use-card";
import { notify, type Notice } from "~/toasts/notify";
import { mergeTo, type Pair, sayReasons } from "./duplicate";

export type DuplicatesAnswer = {
  pairs: Pair[];
  merges: { id: string; createdAt: string }[];
  mayWrite: boolean;
  leadsTo: string;
};

/** Whom this lead may be besides, and whom it has taken up. */
export function DuplicatesCard({ lead, leadTo }: LeadCardProps) {
  return <DuplicatesCardView leadId={lead.id} {...useCard<DuplicatesAnswer>(`${leadTo}/duplicates`)} />;
}

type ViewProps = Pick<CardRead<DuplicatesAnswer>, "read" | "again"> & { leadId: string };

export function DuplicatesCardView({ leadId, read, again }: ViewProps) {
  const leaving = useLeaving("dismiss");
  const fetcher = useFetcher<{ notice?: Notice }>();
  useEffect(() => {
    if (fetcher.data?.notice) notify(fetcher.data.notice);
  }, [fetcher.data]);
  const dismiss = (id: string, leadsTo: string) =>
    fetcher.submit(
      { intent: "dismiss", id, quiet: "undoable" },
      { method: "post", action: `${leadsTo}/duplicates` },
    );
  return (
    <Card title="Duplicates" read={read} again={again}>
      {({ pairs, merges, mayWrite, leadsTo }) => {
        const shown = pairs.filter(({ id }) => !leaving.has(id));
        return (
          <div className="grid gap-3">
            {shown.length + merges.length === 0 && <p className="text-muted">Nobody else looks like them.</p>}
            {shown.map((pair) => (
              <Candidate
                key={pair.id}
                pair={pair}
                leadId={leadId}
                mayWrite={mayWrite}
                leadsTo={leadsTo}
                onDismiss={() => dismiss(pair.id, leadsTo)}
              />
            ))}
            {merges.map(({ id, createdAt }) => (
              <div key={id} className="flex flex-wrap items-center justify-between gap-2 text-13">
                <span className="text-muted">
                  Took up another lead <RelativeTime at={createdAt} />
                </span>
                {mayWrite && (
                  <ActionButton
                    intent="unmerge"
                    fields={{ id }}
                    action={`${leadsTo}/duplicates`}
                    look="quiet"
                    size="sm"
                    asPage
                  >
                    Undo merge
                  </ActionButton>
                )}
              </div>
            ))}
          </div>
        );
      }}
    </Card>
  );
}

type CandidateProps = { pair: Pair; leadId: string; mayWrite: boolean; leadsTo: string; onDismiss(): void };

function Candidate({ pair, leadId, mayWrite, leadsTo, onDismiss }: CandidateProps) {
  const other: LeadLine = pair.leads[0].id === leadId ? pair.leads[1] : pair.leads[0];
  const name = nameOf(other);
  return (
    <div>
      <p>
        May be{" "}
        <Link to={`${leadsTo}/${other.id}`} className="link font-medium">
          {name}
        </Link>
        {other.companyName && <span className="text-muted"> of {other.companyName}</span>}
      </p>
      <p className="text-13 text-muted">{sayReasons(pair.reasons)}</p>
      {mayWrite && (
        <div className="mt-1 flex flex-wrap gap-3 text-13">
          <Link to={mergeTo(leadsTo, leadId, other.id)} className="link touch">
            Compare and merge
          </Link>
          <Button look="quiet" size="sm" aria-label={`Somebody else: ${name}`} onClick={onDismiss}>
            Somebody else
          </Button>
        </div>
      )}
    </div>
  );
}
