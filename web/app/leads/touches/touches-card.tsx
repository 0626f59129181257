import { Link } from "@remix-run/react";
import { RelativeTime } from "~/components/ui/time";
import { Card } from "../page/card";
import type { LeadCardProps } from "../page/lead-card";
import { type CardRead, useCard } from "../page/use-card";

export type LeadTouch = {
  id: string;
  at: string;
  title: string;
  /** The piece, link or form that it came by. */
  by: { name: string; to: string } | null;
};

export type TouchesAnswer = {
  /** The newest first. */
  touches: readonly LeadTouch[];
  hasMore: boolean;
};

/** Each way somebody came before they were won: what of it was ours is named. */
export function TouchesCard({ leadTo }: LeadCardProps) {
  return <TouchesCardView {...useCard<TouchesAnswer>(`${leadTo}/touches`)} allTo="?story=visits" />;
}

type ViewProps = Pick<CardRead<TouchesAnswer>, "read" | "again"> & { allTo: string };

export function TouchesCardView({ read, again, allTo }: ViewProps) {
  return (
    <Card title="How they came" read={read} again={again}>
      {({ touches, hasMore }) =>
        touches.length === 0 ? (
          <p className="text-muted">Nobody saw them come: they were entered by hand or imported.</p>
        ) : (
          <>
            <ol className="grid gap-2">
              {touches.map((touch) => (
                <TouchLine key={touch.id} {...touch} />
              ))}
            </ol>
            {hasMore && (
              <Link to={allTo} preventScrollReset className="link mt-2 inline-block text-13">
                All of them in the story
              </Link>
            )}
          </>
        )
      }
    </Card>
  );
}

function TouchLine({ at, title, by }: LeadTouch) {
  return (
    <li>
      <p className="flex items-start justify-between gap-3">
        <span className="min-w-0 break-words">{title}</span>
        <span className="shrink-0 text-12 text-muted">
          <RelativeTime at={at} />
        </span>
      </p>
      {by && (
        <Link to={by.to} prefetch="intent" className="link text-13">
          {by.name}
        </Link>
      )}
    </li>
  );
}
