import { Callout } from "~/components/ui/callout";
import { ExactTime } from "~/components/ui/time";
import { useLocale } from "~/locale";
import { countOf, formatNumber } from "~/words/format";
import type { components } from "../../../sdk";
import { kindWords } from "./bundle";
import { moneyWords } from "./bundle-words";

export type Estimate = components["schemas"]["BundleEstimate"];
/** What an order would take, or in words why that cannot be told. */
export type EstimateAnswer = { estimate: Estimate; problem: null } | { estimate: null; problem: string };

type OrderEstimateProps = { answer: EstimateAnswer; isStale: boolean; plans?: string };

/** Beside the order, before anything is written: what it costs and what the plan has left. */
export function OrderEstimate({ answer, isStale, plans }: OrderEstimateProps) {
  if (!answer.estimate) return <p className="text-muted">{answer.problem}</p>;
  const { estimate } = answer;
  return (
    <div aria-live="polite" aria-busy={isStale} className={isStale ? "opacity-60" : undefined}>
      <Lines estimate={estimate} />
      <PlanLine estimate={estimate} plans={plans} />
    </div>
  );
}

function Lines({ estimate }: { estimate: Estimate }) {
  const locale = useLocale();
  const lines = estimate.byKind.filter(({ count }) => count > 0);
  const isFree = estimate.costMicros === 0;
  return (
    <table className="w-full tabular-nums">
      <caption className="sr-only">What this bundle takes</caption>
      <tbody>
        {lines.map(({ kind, count, costMicros }) => (
          <tr key={kind} className="border-b border-line text-muted">
            <th scope="row" className="py-1.5 text-left font-normal">
              {kindWords[kind].many}
            </th>
            <td className="py-1.5 text-right">{formatNumber(count, locale)}</td>
            {!isFree && <td className="w-24 py-1.5 text-right">{moneyWords(costMicros, locale)}</td>}
          </tr>
        ))}
        <tr className="font-medium">
          <th scope="row" className="py-1.5 text-left font-medium">
            Together
          </th>
          <td className="py-1.5 text-right">{countOf(estimate.pieces, "piece")}</td>
          {!isFree && (
            <td className="w-24 py-1.5 text-right">about {moneyWords(estimate.costMicros, locale)}</td>
          )}
        </tr>
      </tbody>
    </table>
  );
}

function PlanLine({ estimate: { uses, plan }, plans }: { estimate: Estimate; plans?: string }) {
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  if (plan.remaining === null || plan.remainingAfter === null)
    return <p className="mt-3 text-13 text-muted">Your plan has no limit on pieces.</p>;
  if (plan.fits)
    return (
      <p className="mt-3 text-13 text-muted">
        Uses {number(uses)} of the {number(plan.remaining)} pieces your plan leaves this month;{" "}
        {number(plan.remainingAfter)} stay.
      </p>
    );
  return (
    <Callout
      tone="attention"
      className="mt-3"
      title={`Your plan leaves ${countOf(plan.remaining, "piece")} this month`}
      action={
        plans && (
          <a href={plans} className="link">
            Compare plans
          </a>
        )
      }
    >
      This bundle takes {number(uses)}. Order {number(uses - plan.remaining)} fewer, or take a larger plan.
      {plan.resetsAt && (
        <>
          {" "}
          It starts again on <ExactTime at={plan.resetsAt} />.
        </>
      )}
    </Callout>
  );
}
