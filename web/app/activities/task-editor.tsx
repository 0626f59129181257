import { type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input, Textarea } from "~/components/ui/input";
import { useLatest } from "~/latest";
import type { Colleague } from "~/leads/lead";
import { useLocale } from "~/locale";
import { type Activity, titleOf } from "./activity";
import { PlanFields } from "./plan-fields";
import { changeOf, fieldsOf, type TaskChange, type TaskFields } from "./edit";

export type TaskPart = "subject" | "when" | "assignedTo";

type TaskEditorProps = {
  task: Activity;
  /** What was pressed, and has the focus first. */
  part: TaskPart;
  colleagues: readonly Colleague[];
  /** Whom it is about, where the screen does not say that already. */
  about: string;
  /** Nothing where it stays as it was; `isLeft` where the focus is somewhere else already. */
  onDone(change: TaskChange | null, isLeft: boolean): void;
};

/** In place of its row: kept on Enter and on going elsewhere, given up on Escape. */
export function TaskEditor({ task, part, colleagues, about, onDone }: TaskEditorProps) {
  const { timeZone } = useLocale();
  const [first] = useState(() => fieldsOf(task, timeZone));
  const [fields, setFields] = useState(first);
  const form = useRef<HTMLFormElement>(null);
  const set = (change: Partial<TaskFields>) => setFields((known) => ({ ...known, ...change }));
  const isDone = useRef(false);
  function end(change: TaskChange | null, isLeft: boolean): void {
    if (isDone.current) return;
    isDone.current = true;
    onDone(change, isLeft);
  }
  function keep(isLeft: boolean): void {
    if (form.current?.checkValidity() !== false) end(changeOf(first, fields, timeZone), isLeft);
  }
  const giveUp = () => end(null, false);
  useEnd(form, { keep, giveUp });
  useKeptOnGoing(() => {
    const change = changeOf(first, fields, timeZone);
    if (change) end(change, true);
  });
  useEffect(() => focusField(form.current, part), [part]);
  return (
    <form
      ref={form}
      aria-label={`Change “${titleOf(task)}”`}
      onSubmit={(event) => {
        event.preventDefault();
        keep(false);
      }}
      className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-2 py-1.5"
    >
      <Words task={task} fields={fields} set={set} />
      <PlanFields draft={fields} set={set} colleagues={colleagues} />
      <div className="flex items-center justify-end gap-2">
        <p className="mr-auto min-w-0 truncate text-12 text-muted">{about}</p>
        <Button size="sm" look="quiet" onClick={giveUp}>
          Cancel
        </Button>
        <Button size="sm" look="primary" type="submit">
          Save task
        </Button>
      </div>
    </form>
  );
}

type WordsProps = { task: Activity; fields: TaskFields; set(change: Partial<TaskFields>): void };

/** Who may not see what was said may not write over it either: such words are null. */
function Words({ task, fields, set }: WordsProps) {
  return (
    <>
      {task.subject !== null && (
        <Input
          name="subject"
          aria-label="What is to be done"
          placeholder="What is to be done"
          value={fields.subject}
          maxLength={500}
          required={task.type === "task"}
          onChange={({ target }) => set({ subject: target.value })}
        />
      )}
      {task.description !== null && (
        <Textarea
          aria-label="Anything to know for it"
          placeholder="Anything to know for it"
          rows={1}
          className="min-h-9!"
          maxLength={10_000}
          value={fields.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      )}
    </>
  );
}

function focusField(form: HTMLFormElement | null, part: TaskPart): void {
  const field = form?.querySelector<HTMLInputElement>(`[name="${part}"]`) ?? form?.querySelector("input");
  field?.focus();
  if (part === "subject") field?.select();
}

/** The day of a task can come, and its row go elsewhere, while somebody types in it. */
function useKeptOnGoing(keep: () => void): void {
  const latest = useLatest(keep);
  useEffect(() => () => latest.current(), [latest]);
}

type Ends = { keep(isLeft: boolean): void; giveUp(): void };

/**
 * Kept by a click elsewhere, or by the focus gone there; given up by Escape. A pointer is waited for until it has
 * clicked: were the form gone when it is pressed, what it is pressed on would slip away from below it.
 */
function useEnd(form: RefObject<HTMLFormElement | null>, ends: Ends): void {
  const latest = useLatest(ends);
  useEffect(() => {
    let pressed: "inside" | "outside" | null = null;
    const isOutside = ({ target }: Event) => target instanceof Node && !form.current?.contains(target);
    function onPress(event: PointerEvent): void {
      pressed = isOutside(event) ? "outside" : "inside";
    }
    function onClick(): void {
      if (pressed === "outside") latest.current.keep(true);
      pressed = null;
    }
    function onFocus(event: FocusEvent): void {
      if (pressed === null && isOutside(event)) latest.current.keep(true);
    }
    function onKey(event: KeyboardEvent): void {
      const isSent = event.key === "Enter" && (event.metaKey || event.ctrlKey);
      if (isOutside(event) || (event.key !== "Escape" && !isSent)) return;
      event.preventDefault();
      if (isSent) latest.current.keep(false);
      else latest.current.giveUp();
    }
    const ending = new AbortController();
    const options = { capture: true, signal: ending.signal };
    document.addEventListener("pointerdown", onPress, options);
    document.addEventListener("click", onClick, options);
    document.addEventListener("focusin", onFocus, options);
    document.addEventListener("keydown", onKey, options);
    return () => ending.abort();
  }, [form, latest]);
}
