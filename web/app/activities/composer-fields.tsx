import { type ReactNode, useId } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { useLocale } from "~/locale";
import type { Colleague } from "~/leads/lead";
import { type Draft, morningIn } from "./draft";

type PartProps = { draft: Draft; set(change: Partial<Draft>): void; colleagues: readonly Colleague[] };

const soon = [
  { days: 1, name: "Tomorrow" },
  { days: 3, name: "In three days" },
  { days: 7, name: "In a week" },
];
const reminders = [
  { value: "", name: "No reminder" },
  { value: "0", name: "When it is due" },
  { value: "60", name: "An hour before" },
  { value: "1440", name: "A day before" },
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
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[15rem_minmax(0,1fr)_minmax(0,1fr)]">
        <Labelled label="Due">{(id) => <WhenInput id={id} draft={draft} set={set} />}</Labelled>
        <Labelled label="Who">
          {(id) => (
            <Choice
              id={id}
              value={draft.assignedTo}
              options={colleagues.map((colleague) => ({ value: colleague.id, name: colleague.name }))}
              onChange={(assignedTo) => set({ assignedTo })}
            />
          )}
        </Labelled>
        <Labelled label="Remind">
          {(id) => (
            <Choice
              id={id}
              value={draft.remind}
              options={reminders}
              disabled={draft.when === ""}
              onChange={(remind) => set({ remind })}
            />
          )}
        </Labelled>
      </div>
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

type ChoiceProps = {
  id: string;
  value: string;
  options: readonly { value: string; name: string }[];
  disabled?: boolean;
  onChange(value: string): void;
};

function Choice({ options, onChange, ...rest }: ChoiceProps) {
  return (
    <Select {...rest} onChange={({ target }) => onChange(target.value)}>
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function WhenInput({ id, draft, set }: Pick<PartProps, "draft" | "set"> & { id: string }) {
  return (
    <Input
      id={id}
      type="datetime-local"
      value={draft.when}
      onChange={({ target }) => set({ when: target.value })}
    />
  );
}

function Labelled({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <label htmlFor={id} className="text-12 text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
