import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { useLocale } from "~/locale";
import { useNow } from "~/now";
import type { Colleague } from "~/leads/lead";
import { dueGroupNames, dueGroupOf, dueGroups } from "./due";
import { TaskRow } from "./task-row";
import type { ShownTask, TaskAct } from "./use-tasks";

export type TasksViewProps = {
  tasks: readonly ShownTask[];
  counts: { overdue: number; today: number; coming: number };
  whose: "me" | "everyone";
  colleagues: readonly Colleague[];
  mayWrite: boolean;
  /** When the page was read, until the browser has a clock of its own. */
  readAt: number;
  leadsTo: string;
  pages?: ReactNode;
  onAct(task: ShownTask, act: TaskAct): void;
};

/** All that is to be done about leads, by when. */
export function TasksView(props: TasksViewProps) {
  const { tasks, counts, whose, leadsTo, pages } = props;
  const isMine = whose === "me";
  return (
    <Page title="Tasks" about={tasks.length > 0 && sayCounts(counts)}>
      <LinkTabs
        label="Whose tasks"
        tabs={[
          { to: "?", name: "Mine", isCurrent: isMine },
          { to: "?whose=everyone", name: "Everyone’s", isCurrent: !isMine },
        ]}
      />
      <div className="mt-5">
        {tasks.length === 0 ? (
          <EmptyState
            icon={CircleCheck}
            title={isMine ? "Nothing is waiting for you" : "Nothing is waiting"}
            action={<LinkButton to={leadsTo}>Open leads</LinkButton>}
          >
            What is planned on a lead’s page, such as a call on Monday, stands here by the day it is due, and
            reminds whoever does it.
          </EmptyState>
        ) : (
          <Groups {...props} />
        )}
      </div>
      {pages}
    </Page>
  );
}

function Groups({ tasks, whose, colleagues, mayWrite, readAt, leadsTo, onAct }: TasksViewProps) {
  const { timeZone } = useLocale();
  const now = useNow() ?? readAt;
  const placed = tasks.map((task) => ({ task, due: dueGroupOf(task.dueAt, now, timeZone) }));
  return dueGroups.map((group) => {
    const here = placed.filter(({ due }) => due === group);
    if (here.length === 0) return null;
    return (
      <section key={group} aria-label={dueGroupNames[group]} className="mb-7">
        <h2 className="border-b border-line pb-1.5 text-13 font-semibold">{dueGroupNames[group]}</h2>
        <ul>
          {here.map(({ task, due }) => (
            <TaskRow
              key={task.id}
              task={task}
              due={due}
              mayWrite={mayWrite}
              leadTo={`${leadsTo}/${task.lead.id}`}
              colleagues={colleagues}
              showsOwner={whose === "everyone"}
              onAct={onAct}
            />
          ))}
        </ul>
      </section>
    );
  });
}

const mostCounted = 300;

function sayCounts({ overdue, today, coming }: TasksViewProps["counts"]): string {
  const said = (count: number) => (count >= mostCounted ? `${mostCounted} or more` : String(count));
  return `${said(overdue)} overdue · ${said(today)} due today · ${said(coming)} coming`;
}
