import { type ReactNode, useId } from "react";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { Colleague } from "~/leads/lead";
import { countOf } from "~/words/format";
import type { Draft } from "./draft";

const reminders = [
  { value: "", name: "No reminder" },
  { value: "0", name: "When it is due" },
  { value: "60", name: "An hour before" },
  { value: "1440", name: "A day before" },
];
type Plan = Pick<Draft, "when" | "assignedTo" | "remind">;
type PlanProps = { draft: Plan; set(change: Partial<Plan>): void; colleagues: readonly Colleague[] };

/** When, by whom, and when to be reminded. */
export function PlanFields({ draft, set, colleagues }: PlanProps) {
  const people = colleagues.map(({ id, name }) => ({ value: id, name }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-[15rem_minmax(0,1fr)_minmax(0,1fr)]">
      <Labelled label="Due">{(id) => <WhenInput id={id} draft={draft} set={set} />}</Labelled>
      <Labelled label="Who">
        {(id) => (
          <Choice
            id={id}
            name="assignedTo"
            value={draft.assignedTo}
            options={draft.assignedTo === "" ? [{ value: "", name: "Nobody" }, ...people] : people}
            onChange={(assignedTo) => set({ assignedTo })}
          />
        )}
      </Labelled>
      <Labelled label="Remind">
        {(id) => (
          <Choice
            id={id}
            name="remind"
            value={draft.remind}
            options={remindersWith(draft.remind)}
            disabled={draft.when === ""}
            onChange={(remind) => set({ remind })}
          />
        )}
      </Labelled>
    </div>
  );
}

/** A reminder that a program set at another distance stays what it is. */
function remindersWith(remind: string) {
  if (reminders.some(({ value }) => value === remind)) return reminders;
  return [...reminders, { value: remind, name: `${countOf(Number(remind), "minute")} before` }];
}

type ChoiceProps = {
  id: string;
  name: string;
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

type WhenProps = { id: string; draft: Pick<Draft, "when">; set(change: Pick<Draft, "when">): void };

export function WhenInput({ id, draft, set }: WhenProps) {
  return (
    <Input
      id={id}
      name="when"
      type="datetime-local"
      value={draft.when}
      onChange={({ target }) => set({ when: target.value })}
    />
  );
}

export function Labelled({ label, children }: { label: string; children(id: string): ReactNode }) {
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
