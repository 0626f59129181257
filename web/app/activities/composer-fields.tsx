import { useId } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { useLocale } from "~/locale";
import type { Colleague } from "~/leads/lead";
import { type Draft, morningIn } from "./draft";
import { Labelled, PlanFields, WhenInput } from "./plan-fields";

type PartProps = { draft: Draft; set(change: Partial<Draft>): void; colleagues: readonly Colleague[] };

const soon = [
  { days: 1, name: "Tomorrow" },
  { days: 3, name: "In three days" },
  { days: 7, name: "In a week" },
];
const outcomes = ["Reached", "Left a message", "No answer", "Wrong number", "Call back later"];

/** What is to be done, when, by whom, and when to be reminded. */
export function TaskFields({ draft, set, colleagues }: PartProps) {
  const { timeZone } = useLocale();
  return (
    <>
      <Input
        aria-label="What is to be done"
        placeholder="What is to be done"
        value={draft.subject}
        maxLength={200}
        required
        onChange={({ target }) => set({ subject: target.value })}
      />
      <div className="flex flex-wrap items-center gap-1">
        {soon.map(({ days, name }) => (
          <Button
            key={days}
            look="quiet"
            size="sm"
            onClick={() => set({ when: morningIn(days, Date.now(), timeZone) })}
          >
            {name}
          </Button>
        ))}
      </div>
      <PlanFields draft={draft} set={set} colleagues={colleagues} />
    </>
  );
}

export function CallFields({ draft, set }: PartProps) {
  const list = useId();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[minmax(0,1fr)_6rem_15rem]">
      <Labelled label="What came of it">
        {(id) => (
          <>
            <Input
              id={id}
              list={list}
              value={draft.outcome}
              maxLength={200}
              onChange={({ target }) => set({ outcome: target.value })}
            />
            <datalist id={list}>
              {outcomes.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {outcome}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Labelled>
      <Minutes draft={draft} set={set} />
      <Labelled label="When, if not now">{(id) => <WhenInput id={id} draft={draft} set={set} />}</Labelled>
    </div>
  );
}

export function MeetingFields({ draft, set }: PartProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[15rem_6rem_minmax(0,1fr)]">
      <Labelled label="When, if not now">{(id) => <WhenInput id={id} draft={draft} set={set} />}</Labelled>
      <Minutes draft={draft} set={set} />
      <Labelled label="What came of it">
        {(id) => (
          <Input
            id={id}
            value={draft.outcome}
            maxLength={200}
            onChange={({ target }) => set({ outcome: target.value })}
          />
        )}
      </Labelled>
    </div>
  );
}

function Minutes({ draft, set }: Pick<PartProps, "draft" | "set">) {
  return (
    <Labelled label="Minutes">
      {(id) => (
        <Input
          id={id}
          inputMode="numeric"
          value={draft.minutes}
          maxLength={4}
          onChange={({ target }) => set({ minutes: target.value.replaceAll(/\D/g, "") })}
        />
      )}
    </Labelled>
  );
}
