import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";
import { useHouse } from "~/leads/house";
import type { Colleague } from "~/leads/lead";
import { useCard } from "~/leads/page/use-card";
import { useLocale } from "~/locale";
import { useNow } from "~/now";
import type { Activity } from "./activity";
import { Composer } from "./composer";
import type { Composition } from "./draft";
import { dueGroupOf } from "./due";
import { TaskRow } from "./task-row";
import { useDraft } from "./use-draft";
import { type ShownTask, type TaskAct, useTasks } from "./use-tasks";

type LeadWorkProps = {
  leadId: string;
  leadTo: string;
  actTo: string;
  first: readonly Activity[];
  readAt: number;
};

/** What is to be done about a lead, and where one writes down what was done. */
export function LeadWork({ leadId, leadTo, actTo, first, readAt }: LeadWorkProps) {
  const house = useHouse();
  const { user, singleKeys } = useFrame();
  const { read, again } = useCard<readonly Activity[]>(`${leadTo}/activities`, first);
  const tasks = read.state === "ready" ? read.value : first;
  const { shown, act } = useTasks(tasks, { actTo, onDone: again });
  const [draft, setDraft] = useDraft(`draft ${leadId}`, house.mayContact ? "note" : "task", user.id);
  useShortcuts(house.mayWrite ? [{ keys: "c", run: focusComposer }] : [], singleKeys);
  async function send(composition: Composition): Promise<string | null> {
    const refusal = await create(`${leadTo}/activities`, composition);
    if (refusal === null) again();
    return refusal;
  }
  return (
    <>
      {shown.length > 0 && (
        <LeadTasks
          tasks={shown}
          colleagues={house.colleagues}
          mayWrite={house.mayWrite}
          readAt={readAt}
          onAct={act}
        />
      )}
      {house.mayWrite && (
        <Composer
          colleagues={house.colleagues}
          myId={user.id}
          mayContact={house.mayContact}
          draft={draft}
          onDraft={setDraft}
          onSend={send}
        />
      )}
    </>
  );
}

type LeadTasksProps = {
  tasks: readonly ShownTask[];
  colleagues: readonly Colleague[];
  mayWrite: boolean;
  readAt: number;
  onAct(task: ShownTask, act: TaskAct): void;
};

export function LeadTasks({ tasks, colleagues, mayWrite, readAt, onAct }: LeadTasksProps) {
  const { timeZone } = useLocale();
  const now = useNow() ?? readAt;
  return (
    <section aria-label="To do">
      <h2 className="mb-1 text-13 font-semibold">To do</h2>
      <ul className="border-y border-line">
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            due={dueGroupOf(task.dueAt, now, timeZone)}
            colleagues={colleagues}
            showsOwner
            mayWrite={mayWrite}
            onAct={onAct}
          />
        ))}
      </ul>
    </section>
  );
}

function focusComposer(): void {
  document.querySelector<HTMLElement>("[data-compose]")?.focus();
}

async function create(to: string, body: Composition): Promise<string | null> {
  try {
    const response = await fetch(to, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    // safe: the action of that address answers so
    if (response.ok) return ((await response.json()) as { message?: string }).message ?? null;
  } catch {
    // Told below.
  }
  return "No answer came. Your words are still here: try again.";
}
