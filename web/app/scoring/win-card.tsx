import { Card } from "~/leads/page/card";
import type { LeadCardProps } from "~/leads/page/lead-card";
import { type CardRead, useCard } from "~/leads/page/use-card";
import { useLocale } from "~/locale";
import { formatPercent } from "~/words/format";
import { groupWords, sayOdds, type WinProbability } from "./model";
import { WeightBars } from "./model-part";

export type WinAnswer = { chance: WinProbability };

/** How likely it is won, by the model; where that is off there is nothing to say here. */
export function WinCard({ lead, leadTo }: LeadCardProps) {
  const isDecided = ["closed_won", "closed_lost", "unqualified"].includes(lead.status);
  return isDecided ? null : <OpenWinCard from={`${leadTo}/win-probability`} />;
}

function OpenWinCard({ from }: { from: string }) {
  return <WinCardView {...useCard<WinAnswer>(from)} />;
}

export function WinCardView({ read, again }: Pick<CardRead<WinAnswer>, "read" | "again">) {
  if (read.state !== "failed" && (read.state !== "ready" || read.value.chance.state === "off")) return null;
  return (
    <Card title="Win probability" read={read} again={again}>
      {({ chance }) => <Chance chance={chance} />}
    </Card>
  );
}

function Chance({ chance: { probability, base, logOdds, contributions } }: WinAnswer) {
  const locale = useLocale();
  if (probability === null || base === null || logOdds === null) return null;
  const most = Math.max(...contributions.map(({ effect }) => Math.abs(effect)), 1e-9);
  return (
    <>
      <p>
        <span className="text-20 font-semibold tabular-nums">{formatPercent(probability, locale)}</span>{" "}
        <span className="text-muted">
          by what was known when it came in. An average lead has{" "}
          {formatPercent(1 / (1 + Math.exp(-base)), locale)}.
        </span>
      </p>
      <details className="mt-1 text-13">
        <summary className="touch inline-block text-muted hover:text-ink">Show why</summary>
        <WeightBars
          most={most}
          bars={contributions.map(({ group, effect }) => ({
            key: group,
            name: groupWords[group],
            weight: effect,
          }))}
        />
        <p className="mt-2 text-muted">
          In log-odds: with {sayOdds(base, locale)} of the average lead they sum to {sayOdds(logOdds, locale)}
          .
        </p>
      </details>
    </>
  );
}
