import { RelativeTime } from "~/components/ui/time";
import { Card } from "~/leads/page/card";
import type { LeadCardProps } from "~/leads/page/lead-card";
import { type CardRead, useCard } from "~/leads/page/use-card";
import { countOf } from "~/words/format";
import { type Named, nameIn, type Standing, standingWords, type Way } from "./assignment";

export type AssignmentStep = {
  userId: string | null;
  fromUserId: string | null;
  way: Way;
  cause: "created" | "asked" | "handed_over" | "waited";
  ruleName: string | null;
  openLeads: number | null;
  standings: { userId: string; standing: Standing }[];
  actorId: string | null;
  at: string;
};

export type AssignmentAnswer = {
  assignedTo: string | null;
  assignedAt: string | null;
  why: AssignmentStep | null;
  history: AssignmentStep[];
  people: readonly Named[];
};

/** Whose the lead is, and why theirs. */
export function AssignmentCard({ leadTo }: LeadCardProps) {
  return <AssignmentCardView {...useCard<AssignmentAnswer>(`${leadTo}/assignment`)} />;
}

export function AssignmentCardView({ read, again }: Pick<CardRead<AssignmentAnswer>, "read" | "again">) {
  return (
    <Card title="Assignment" read={read} again={again}>
      {({ assignedTo, assignedAt, why, history, people }) => (
        <div className="grid gap-2">
          <p>
            {assignedTo ? (
              <strong className="font-medium">{nameIn(people, assignedTo)}</strong>
            ) : (
              "Nobody yet"
            )}
            {assignedTo && assignedAt && (
              <span className="text-muted">
                , <RelativeTime at={assignedAt} />
              </span>
            )}
          </p>
          {(why ?? assignedTo) && <p className="text-13 text-muted">{sayWhy(why, people)}</p>}
          {why && why.standings.length > 0 && <Asked step={why} people={people} />}
          {history.length > 1 && <Before steps={history.slice(1)} people={people} />}
        </div>
      )}
    </Card>
  );
}

function sayWhy(why: AssignmentStep | null, people: readonly Named[]): string {
  if (!why) return "Given by hand.";
  const rule = why.ruleName === null ? "" : ` by the rule “${why.ruleName}”`;
  const open = why.openLeads === null ? "" : `, with ${countOf(why.openLeads, "open lead")}`;
  switch (why.way) {
    case "round_robin":
      return `It was their turn${rule}${open}.`;
    case "least_loaded":
      return `They had the fewest${rule}${open}.`;
    case "fallback":
      return `Nobody else was free${rule}.`;
    case "hand":
      return why.actorId ? `Given by ${nameIn(people, why.actorId)}.` : "Given by hand.";
    case "nobody":
      return why.standings.length > 0
        ? "Nobody was free. It is handed out when somebody is."
        : "No rule is about this lead.";
  }
}

function Asked({ step, people }: { step: AssignmentStep; people: readonly Named[] }) {
  const others = step.standings.filter(({ userId }) => userId !== step.userId);
  if (others.length === 0) return null;
  return (
    <ul aria-label="Who else was asked" className="text-13">
      {others.map(({ userId, standing }) => (
        <li key={userId} className="flex justify-between gap-3">
          <span className="min-w-0 truncate">{nameIn(people, userId)}</span>
          <span className="shrink-0 text-muted">{standingWords[standing]}</span>
        </li>
      ))}
    </ul>
  );
}

function Before({ steps, people }: { steps: AssignmentStep[]; people: readonly Named[] }) {
  return (
    <details className="text-13">
      <summary className="touch cursor-pointer text-muted">Before that</summary>
      <ol>
        {steps.map((step) => (
          <li key={`${step.at} ${step.userId}`} className="flex justify-between gap-3">
            <span className="min-w-0 truncate">{step.userId ? nameIn(people, step.userId) : "Nobody"}</span>
            <span className="shrink-0 text-muted">
              <RelativeTime at={step.at} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
