import { Link } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { RelativeTime } from "~/components/ui/time";
import { countOf } from "~/words/format";
import { type Factor, type Reason, reasonsOf, type ScoreAnswer, signed } from "./score";

const shownFirst = 6;

/** Every reason with its points; they add up to the score, to the point. */
export function ScoreReasons({ answer }: { answer: ScoreAnswer }) {
  const [all, showAll] = useState(false);
  const reasons = reasonsOf(answer.score.factors);
  const shown = all ? reasons : reasons.slice(0, shownFirst);
  const hidden = reasons.slice(shown.length);
  if (reasons.length === 0)
    return (
      <p className="text-muted">
        No rule counts yet. <RulesLink to={answer.rulesTo} />
      </p>
    );
  return (
    <div className="grid gap-2">
      <ul className="divide-y divide-line">
        {shown.map((reason) => (
          <ReasonRow key={reason.key} reason={reason} answer={answer} />
        ))}
      </ul>
      <p className="flex flex-wrap items-center justify-between gap-2 text-13 text-muted">
        {hidden.length > 0 ? (
          <Button size="sm" look="quiet" onClick={() => showAll(true)}>
            {countOf(hidden.length, "more reason")}, {signed(sumOf(hidden))}
          </Button>
        ) : (
          <span>Together {answer.score.score}</span>
        )}
        <RulesLink to={answer.rulesTo} />
      </p>
    </div>
  );
}

function sumOf(reasons: readonly Reason[]): number {
  return reasons.reduce((sum, { points }) => sum + points, 0);
}

function RulesLink({ to }: { to: string }) {
  return (
    <Link to={to} className="link text-13">
      How leads are scored
    </Link>
  );
}

const mostTimes = 3;

function ReasonRow({ reason, answer }: { reason: Reason; answer: ScoreAnswer }) {
  const seen = reason.factors.filter(({ evidence }) => evidence?.id);
  return (
    <li className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-2 py-1.5">
      <span
        className={
          reason.points < 0
            ? "text-right font-medium text-attention tabular-nums"
            : "text-right font-medium tabular-nums"
        }
      >
        {signed(reason.points)}
      </span>
      <div className="min-w-0">
        <span className="break-words">{reason.name}</span>
        {seen.length > 1 && <span className="text-muted"> ×{seen.length}</span>}
        {seen.slice(0, mostTimes).map((factor) => (
          <Seen key={factor.evidence?.id} factor={factor} answer={answer} />
        ))}
      </div>
    </li>
  );
}

function Seen({ factor: { evidence }, answer }: { factor: Factor; answer: ScoreAnswer }) {
  if (!evidence) return null;
  const { pieceId, title, at } = evidence;
  const piece = pieceId ? answer.pieces[pieceId] : undefined;
  return (
    <p className="truncate text-12 text-muted">
      {piece ? (
        <Link to={`${answer.piecesTo}/${pieceId}`} className="link">
          {piece}
        </Link>
      ) : (
        title
      )}
      {at && (
        <>
          {(piece ?? title) ? " · " : ""}
          <RelativeTime at={at} />
        </>
      )}
    </p>
  );
}
