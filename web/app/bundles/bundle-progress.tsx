import { useLocale } from "~/locale";
import { Progress as Bar } from "~/components/ui/progress";
import { ActionButton } from "~/form/action-button";
import { countOf, formatNumber } from "~/words/format";
import { type BundleHead, isUnderWay, type Progress } from "./bundle";
import { costWords, etaWords, quarterOf } from "./bundle-words";

type BundleProgressProps = { bundle: BundleHead; progress: Progress; mayWrite: boolean };

/** How far it is, what it cost and how long it takes; and what to do where it stopped. */
export function BundleProgress({ bundle, progress, mayWrite }: BundleProgressProps) {
  const locale = useLocale();
  const { ready, failed, total } = progress;
  const isGoing = isUnderWay(bundle.status);
  const parts = [
    summaryOf(bundle, progress, (value) => formatNumber(value, locale)),
    costWords(progress.costMicros, bundle.estimatedCostMicros, locale),
    isGoing ? etaWords(progress.etaSeconds) : null,
  ].filter((part) => part !== null);
  return (
    <div className="grid gap-2">
      <p className="tabular-nums">{parts.join(" · ")}</p>
      <Bar
        label="Written"
        value={ready}
        max={Math.max(total, 1)}
        text={`${ready} of ${total}`}
        tone={failed > 0 && !isGoing ? "attention" : "stream"}
      />
      <p role="status" className="sr-only">
        {isGoing ? `${quarterOf(progress)} percent done` : summaryOf(bundle, progress, String)}
      </p>
      {failed > 0 && (
        <div className="flex flex-wrap items-center gap-3 text-danger">
          {countOf(failed, "piece")} failed
          {mayWrite && !isGoing && (
            <ActionButton intent="retry-all" size="sm">
              Retry all
            </ActionButton>
          )}
        </div>
      )}
    </div>
  );
}

function summaryOf({ status }: BundleHead, { ready, total }: Progress, number: (value: number) => string) {
  const count = `${number(ready)} of ${number(total)}`;
  switch (status) {
    case "generating":
      return `Writing ${count}`;
    case "draft":
    case "planned":
      return `${number(total)} to write`;
    case "cancelled":
      return `Cancelled with ${count} written`;
    default:
      return `${count} written`;
  }
}
