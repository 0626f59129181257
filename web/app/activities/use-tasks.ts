import { useState } from "react";
import { notify, type Notice } from "~/toasts/notify";
import { type Activity, titleOf } from "./activity";
import { type TaskChange, undoOf } from "./edit";

export type TaskAct = { intent: "complete" | "remove" } | { intent: "change"; change: TaskChange };
export type ShownTask = Activity & { isLeaving: boolean };

type Edit = { id: string; act: TaskAct; isAnswered: boolean };
type Options = { actTo: string; onDone(): void };

/**
 * Tasks that are worked on: what is pressed shows at once, and is as it was where it is refused. What was answered stays
 * shown until the tasks have been read again.
 */
export function useTasks(
  tasks: readonly Activity[],
  { actTo, onDone }: Options,
): { shown: ShownTask[]; act(task: Activity, act: TaskAct): void } {
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const [known, setKnown] = useState(tasks);
  if (known !== tasks) {
    setKnown(tasks);
    setEdits(edits.filter(({ isAnswered }) => !isAnswered));
  }
  async function send(task: Activity, act: TaskAct): Promise<void> {
    const edit: Edit = { id: task.id, act, isAnswered: false };
    setEdits((all) => [...all, edit]);
    const was = act.intent === "change" ? undoOf(task, act.change) : {};
    const notice = await sendTaskAct(actTo, { id: task.id, title: titleOf(task), was }, act);
    notify(notice);
    const isDone = notice.tone !== "failed";
    setEdits((all) =>
      all.flatMap((each) => (each !== edit ? each : isDone ? { ...edit, isAnswered: true } : [])),
    );
    if (isDone) onDone();
  }
  return { shown: tasks.map((task) => shownWith(task, edits)), act: (task, act) => void send(task, act) };
}

function shownWith(task: Activity, edits: readonly Edit[]): ShownTask {
  const mine = edits.filter(({ id }) => id === task.id).map(({ act }) => act);
  const changes = mine.flatMap((act) => (act.intent === "change" ? act.change : []));
  return {
    ...Object.assign({ ...task }, ...changes),
    isLeaving: mine.some(({ intent }) => intent !== "change"),
  };
}

type Sent = { id: string; title: string; was?: TaskChange };

/** What came of it, in words that may be taken back. */
export async function sendTaskAct(actTo: string, { was, ...task }: Sent, act: TaskAct): Promise<Notice> {
  const body = new FormData();
  const change =
    act.intent === "change" ? { change: JSON.stringify(act.change), was: JSON.stringify(was) } : {};
  const fields = { ...task, intent: act.intent, ...change, quiet: "undoable" };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  try {
    const response = await fetch(actTo, { method: "POST", body, signal: AbortSignal.timeout(20_000) });
    // safe: the action of that address answers so
    if (response.ok) return ((await response.json()) as { notice: Notice }).notice;
  } catch {
    // Told below.
  }
  return { id: `task ${task.id}`, message: "No answer came, so it is as it was. Try again.", tone: "failed" };
}
