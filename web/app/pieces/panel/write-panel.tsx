import { useFetcher } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { Checkbox } from "~/components/ui/checkbox";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/input";
import { RelativeTime } from "~/components/ui/time";
import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import { isBeingWritten, type Piece } from "../piece";

export type Generation = {
  id: string;
  task: string;
  model: string;
  status: "processing" | "completed" | "failed" | "cancelled";
  costMicros: number;
  createdAt: string;
};

export type Writing = {
  /** Null where one may not see what things cost. */
  generations: Generation[] | null;
  /** What the plan has left; null is without limit. */
  left: { writes: number | null; rewrites: number | null };
  isStopped: boolean;
};

type WritePanelProps = {
  piece: Piece;
  writing: Writing;
  mayWrite: boolean;
  /** What was typed is saved first. */
  flush: () => Promise<boolean>;
};

export function WritePanel({ piece, writing, mayWrite, flush }: WritePanelProps) {
  return (
    <div className="grid grid-cols-1 gap-8">
      {mayWrite && <WishForm piece={piece} writing={writing} flush={flush} />}
      {writing.generations && <Generations generations={writing.generations} />}
    </div>
  );
}

type WishFormProps = Omit<WritePanelProps, "mayWrite">;

function WishForm({ piece, writing, flush }: WishFormProps) {
  const fetcher = useFetcher();
  const isFirst = piece.versionNumber === 0;
  const left = isFirst ? writing.left.writes : writing.left.rewrites;
  if (isBeingWritten(piece.status))
    return <p className="text-muted">It is being written. You can go on elsewhere meanwhile.</p>;
  if (writing.isStopped)
    return (
      <Callout tone="attention" title="Writing is stopped at the moment">
        Everything else works. It can be written again when the stop is lifted.
      </Callout>
    );
  return (
    <fetcher.Form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        void flush().then((isSaved) => isSaved && fetcher.submit(form));
      }}
    >
      <input type="hidden" name="intent" value="generate" />
      <Field id="feedback" label="What to do otherwise" optional>
        {(control) => (
          <Textarea
            {...control}
            name="feedback"
            maxLength={2000}
            placeholder="Say more about the roastery; leave out the discount."
          />
        )}
      </Field>
      {!isFirst && (
        <Checkbox
          name="keepEdits"
          value="yes"
          defaultChecked
          label="Keep what people wrote"
          hint="Where sentences of yours would be lost, the result is a suggestion among the versions."
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" pending={fetcher.state !== "idle"}>
          {isFirst ? "Write it" : "Write it again"}
        </Button>
        <span className="text-13 text-muted">
          {left === null ? "Included in your plan" : `Uses 1 of ${left} left`}
        </span>
      </div>
    </fetcher.Form>
  );
}

const taskNames: Record<string, string> = { suggestion: "Suggestion" };

function Generations({ generations }: { generations: Generation[] }) {
  const locale = useLocale();
  if (generations.length === 0) return <p className="text-muted">No model has written here yet.</p>;
  const total = generations.reduce((sum, { costMicros }) => sum + costMicros, 0);
  return (
    <section aria-label="What was written, and what it cost">
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h3 className="font-medium">Written by a model</h3>
        <span className="text-13 text-muted tabular-nums">{dollars(total, locale)} together</span>
      </div>
      <ul className="divide-y divide-line border-y border-line text-13">
        {generations.map(({ id, task, model, status, costMicros, createdAt }) => (
          <li key={id} className="flex items-baseline justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block">{taskNames[task] ?? "The words"}</span>
              <span className="block truncate text-12 text-muted">{model}</span>
            </span>
            <span className="shrink-0 text-right">
              <span className="block tabular-nums">
                {status === "completed" ? dollars(costMicros, locale) : statusNames[status]}
              </span>
              <span className="block text-12 text-muted">
                <RelativeTime at={createdAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const statusNames = {
  processing: "Under way",
  completed: "Done",
  failed: "Failed, not charged",
  cancelled: "Cancelled, not charged",
};

function dollars(micros: number, locale: Parameters<typeof formatNumber>[1]): string {
  if (micros === 0) return "$0";
  const amount = micros / 1_000_000;
  return amount < 0.01
    ? `$${formatNumber(Math.ceil(amount * 10_000) / 10_000, locale)}`
    : `$${amount.toFixed(2)}`;
}
