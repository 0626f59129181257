import { useState } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Percent } from "~/components/ui/percent";
import { Progress } from "~/components/ui/progress";
import { RelativeTime } from "~/components/ui/time";
import { Card } from "~/leads/page/card";
import type { LeadCardProps } from "~/leads/page/lead-card";
import { type CardRead, useCard } from "~/leads/page/use-card";
import { countOf } from "~/words/format";
import { bandWords, type LeadScore, type ScoreAnswer } from "./score";
import { ScoreReasons } from "./score-reasons";
import { SetScore } from "./set-score";

/** How promising a lead is, and every reason for it. */
export function ScoreCard({ leadTo }: LeadCardProps) {
  const address = `${leadTo}/score`;
  return <ScoreCardView {...useCard<ScoreAnswer>(address)} address={address} />;
}

type ViewProps = Pick<CardRead<ScoreAnswer>, "read" | "again" | "put"> & { address: string };

export function ScoreCardView({ read, again, put, address }: ViewProps) {
  const [setting, letSet] = useState(false);
  const mayWrite = read.state === "ready" && read.value.mayWrite;
  const action = mayWrite && (
    <Button size="sm" look="quiet" onClick={() => letSet(true)}>
      Set by hand
    </Button>
  );
  return (
    <Card title="Score" action={action} read={read} again={again}>
      {(answer) => (
        <div className="grid gap-3">
          <Total answer={answer} />
          {answer.score.override && (
            <Override override={answer.score.override} address={address} put={put} mayWrite={mayWrite} />
          )}
          <ScoreReasons answer={answer} />
          <Missing score={answer.score} />
          {setting && (
            <SetScore score={answer.score} address={address} onDone={put} onClose={() => letSet(false)} />
          )}
        </div>
      )}
    </Card>
  );
}

function Total({ answer: { score, past } }: { answer: ScoreAnswer }) {
  const before = past.find((each) => each.score !== score.score);
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline gap-2.5">
        <strong className="text-28 leading-none font-semibold tabular-nums">{score.score}</strong>
        <Badge tone={bandWords[score.band].tone}>{bandWords[score.band].name}</Badge>
        {before && (
          <span className="text-12 text-muted">
            was {before.score} <RelativeTime at={before.at} />
          </span>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-4 text-12 text-muted">
        <Axis name="Fit" points={score.fit} />
        <Axis name="Engagement" points={score.engagement} />
      </dl>
      <p className="text-12 text-muted">
        <Percent of={score.confidence} /> of what the rules ask about is known.
      </p>
    </div>
  );
}

function Axis({ name, points }: { name: string; points: number }) {
  return (
    <div>
      <dt className="flex justify-between">
        {name} <span className="text-ink tabular-nums">{points}</span>
      </dt>
      <dd className="mt-1">
        <Progress label={name} value={Math.max(0, points)} max={50} text={`${points} points`} />
      </dd>
    </div>
  );
}

type OverrideProps = {
  override: NonNullable<LeadScore["override"]>;
  address: string;
  put: ViewProps["put"];
  mayWrite: boolean;
};

function Override({ override: { score, note, expiresAt }, address, put, mayWrite }: OverrideProps) {
  return (
    <div className="flex items-start justify-between gap-3 border-l-2 border-stream pl-2.5 text-13">
      <p className="min-w-0 break-words">
        Set to {score} by hand
        {expiresAt && (
          <>
            , until <RelativeTime at={expiresAt} />
          </>
        )}
        . <span className="text-muted">{note}</span>
      </p>
      {mayWrite && <FollowRules address={address} put={put} />}
    </div>
  );
}

function FollowRules({ address, put }: Pick<OverrideProps, "address" | "put">) {
  const [pending, wait] = useState(false);
  async function follow(): Promise<void> {
    wait(true);
    const { sendScore } = await import("./send-score");
    const answer = await sendScore(address, { follow: true });
    wait(false);
    if (answer) put(answer);
  }
  return (
    <Button size="sm" look="quiet" pending={pending} onClick={() => void follow()}>
      Follow the rules
    </Button>
  );
}

function Missing({ score: { missing } }: { score: LeadScore }) {
  if (missing.length === 0) return null;
  const best = missing.toSorted((one, other) => other.points - one.points).slice(0, 3);
  const more = missing.length - best.length;
  return (
    <p className="text-13 text-muted">
      Worth knowing: {best.map(({ name, points }) => `${name} (+${points})`).join(", ")}
      {more > 0 && ` and ${countOf(more, "more thing")}`}.
    </p>
  );
}
