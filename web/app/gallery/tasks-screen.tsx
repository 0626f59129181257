import type { Activity } from "~/activities/activity";
import { TaskEditor } from "~/activities/task-editor";
import { TasksView, type TasksViewProps } from "~/activities/tasks-view";
import type { ShownTask } from "~/activities/use-tasks";
import { withCommon } from "./common-states";
import { sampleHouse } from "./sample-leads";

const readAt = Date.parse("2027-03-28T09:00:00Z");

function task(id: string, subject: string, dueAt: string | null, part: Partial<Activity> = {}): ShownTask {
  return {
    id,
    lead: { id: "lead_0", name: "Ingrid Solberg", companyName: "Fjordlys Arkitekter" },
    type: "task",
    state: "open",
    subject,
    description: "",
    outcome: "",
    durationMinutes: null,
    assignedTo: "usr_1",
    dueAt,
    remindAt: dueAt,
    completedAt: null,
    isLeaving: false,
    ...part,
  };
}

const first = task("act_1", "Send the samples of the two roasts", "2027-03-26T08:00:00Z", {
  description: "She asked for whole beans, not ground",
});

/** Made-up tasks, for the gallery only. */
export const sampleTasks: ShownTask[] = [
  first,
  task("act_2", "Call about the grinder", "2027-03-28T13:00:00Z", { type: "call" }),
  { ...task("act_3", "Write the offer", "2027-03-29T08:00:00Z"), isLeaving: true },
  task("act_4", "", "2027-04-02T08:00:00Z", { type: "follow_up", assignedTo: "usr_2" }),
  task("act_5", "Ask whether the office moves", null),
];

const shared: TasksViewProps = {
  tasks: sampleTasks,
  counts: { overdue: 1, today: 1, coming: 300 },
  whose: "me",
  colleagues: sampleHouse.colleagues,
  mayWrite: true,
  readAt,
  leadsTo: "#",
  onAct: () => undefined,
};
const none = { overdue: 0, today: 0, coming: 0 };

export const tasksScreen = withCommon("Tasks", "see tasks", {
  success: () => <TasksView {...shared} />,
  everyone: () => <TasksView {...shared} whose="everyone" mayWrite={false} />,
  editing: () => (
    <main className="max-w-3xl p-4">
      <h1 className="sr-only">A task that is changed</h1>
      <TaskEditor
        task={{ ...first, remindAt: "2027-03-26T07:40:00Z" }}
        part="subject"
        colleagues={sampleHouse.colleagues}
        about="Ingrid Solberg · Fjordlys Arkitekter"
        onDone={() => undefined}
      />
    </main>
  ),
  empty: () => <TasksView {...shared} tasks={[]} counts={none} />,
});
