import { Callout } from "~/components/ui/callout";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { countOf } from "~/words/format";
import { formatMicros } from "~/words/money";
import type { components } from "../../../sdk";

export type SuggestionRun = components["schemas"]["SuggestionRun"];

type Words = {
  /** What the button says: “Suggest topics”. */
  ask: string;
  /** While it runs. */
  running: string;
  /** Where it failed: the first words of what is told. */
  failed: string;
};

type RunStateProps = { run: SuggestionRun; words: Words; business: string; mayWrite: boolean };

/** How suggesting goes: told once to a screen reader when it begins and when it ends, and never in a way of the list. */
export function RunState({ run, words, business, mayWrite }: RunStateProps) {
  return (
    <div role="status" className="empty:hidden [&>*]:mb-6">
      {run.status === "running" && <Running run={run} words={words} />}
      {run.status === "paused" && (
        <Callout tone="attention" title="Writing is stopped at the moment">
          {run.message}
        </Callout>
      )}
      {run.status === "failed" && (
        <Callout
          tone="danger"
          title={words.failed}
          action={
            mayWrite && (
              <ActionButton intent="suggest" fields={{ business }} size="sm">
                Try again
              </ActionButton>
            )
          }
        >
          {run.message} Nothing was charged.
        </Callout>
      )}
    </div>
  );
}

function Running({ run, words }: { run: SuggestionRun; words: Words }) {
  return (
    <div className="border-y border-line py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{words.running}</span>
        {run.startedAt && (
          <span className="text-13 text-muted">
            Begun <RelativeTime at={run.startedAt} />
          </span>
        )}
      </p>
      <div aria-hidden className="mt-2 h-1 overflow-hidden rounded-full bg-hover">
        <div className="animate-breathe h-full rounded-full bg-stream" />
      </div>
      <p className="mt-2 text-13 text-muted">
        You can leave this page. What comes of it appears here by itself, also in another window.
      </p>
    </div>
  );
}

type SuggestButtonProps = {
  run: SuggestionRun;
  words: Words;
  business: string;
  look?: "primary" | "secondary";
};

export function SuggestButton({ run, words, business, look = "primary" }: SuggestButtonProps) {
  if (run.status === "running" || run.status === "paused") return null;
  return (
    <ActionButton intent="suggest" fields={{ business }} look={look}>
      {words.ask}
    </ActionButton>
  );
}

/** What it takes, before it is asked for. */
export function RunCost({ run: { costMicros, uses } }: { run: SuggestionRun }) {
  const locale = useLocale();
  return (
    <>
      It takes {countOf(uses, "generation")} of your plan
      {costMicros > 0 && `, about ${formatMicros(costMicros, locale)}`}.
    </>
  );
}
