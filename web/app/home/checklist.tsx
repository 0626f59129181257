import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { Check, ChevronRight, Circle } from "lucide-react";
import { Progress } from "~/components/ui/progress";
import { ActionButton } from "~/form/action-button";

export type ChecklistStep = { id: string; name: string; why: string; to: string; done: boolean };

/** Ticks itself from what is there; can be put away and found again. */
export function Checklist({ steps, hidden }: { steps: ChecklistStep[]; hidden: boolean }) {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  if (hidden) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-muted">
        {done} of {steps.length} first steps done.
        <ActionButton intent="show-checklist" size="sm" look="quiet">
          Show first steps
        </ActionButton>
      </div>
    );
  }
  return (
    <section aria-labelledby="first-steps">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 id="first-steps" className="font-semibold">
          {done === steps.length ? "You are all set" : "First steps"}
        </h2>
        <ActionButton intent="hide-checklist" size="sm" look="quiet">
          Put away
        </ActionButton>
      </div>
      <Progress
        label="First steps"
        value={done}
        max={steps.length}
        text={`${done} of ${steps.length} done`}
      />
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {steps.map((step) => (
          <Step key={step.id} step={step} isNext={step === next} />
        ))}
      </ul>
    </section>
  );
}

function Step({ step, isNext }: { step: ChecklistStep; isNext: boolean }) {
  const words = (
    <span className="min-w-0 flex-1">
      <span className={step.done ? "block text-muted" : "block font-medium"}>{step.name}</span>
      {!step.done && <span className="block text-13 text-muted">{step.why}</span>}
    </span>
  );
  if (step.done) {
    return (
      <li className="flex min-h-(--list-row) items-center gap-3 px-1 py-(--row-inset)">
        <Check aria-hidden className="size-4 shrink-0 text-stream-ink" />
        {words}
        <span className="sr-only">Done</span>
      </li>
    );
  }
  return (
    <li>
      <Link
        to={step.to}
        prefetch="intent"
        className="flex min-h-(--list-row) items-center gap-3 px-1 py-(--row-inset) hover:bg-sunken"
      >
        <Circle aria-hidden className={clsx("size-4 shrink-0", isNext ? "text-stream-ink" : "text-faint")} />
        {words}
        {isNext && <span className="text-13 font-medium text-stream-ink">Next</span>}
        <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
      </Link>
    </li>
  );
}
