import { Link, useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { RelativeTime } from "~/components/ui/time";
import { useHydrated } from "~/hydrated";
import type { Colleague } from "~/leads/lead";
import { activityTypes, titleOf } from "./activity";
import type { DueGroup } from "./due";
import type { TaskChange } from "./edit";
import { TaskEditor, type TaskPart } from "./task-editor";
import { TaskMenu } from "./task-menu";
import type { ShownTask, TaskAct } from "./use-tasks";

export type TaskRowProps = {
  task: ShownTask;
  due: DueGroup;
  mayWrite: boolean;
  /** Absent on the lead's own page. */
  leadTo?: string;
  colleagues: readonly Colleague[];
  showsOwner: boolean;
  onAct(task: ShownTask, act: TaskAct): void;
};

/** A thing to do: ticked off, changed where it stands, moved to another day, or taken out. */
export function TaskRow(props: TaskRowProps) {
  const { task, mayWrite, leadTo, colleagues, onAct } = props;
  const { hash } = useLocation();
  const isMeant = useHydrated() && hash === `#${task.id}`;
  const [part, edit] = useState<TaskPart | null>(null);
  function onDone(change: TaskChange | null, isLeft: boolean): void {
    edit(null);
    if (change) onAct(task, { intent: "change", change });
    if (!isLeft) requestAnimationFrame(() => focusRow(task.id));
  }
  return (
    <li
      id={task.id}
      data-task
      className={clsx(
        "group/task flex min-h-9 scroll-mt-20 items-start gap-2.5 border-b border-line py-1.5 last:border-b-0",
        !part && "hover:bg-sunken",
        isMeant && !part && "bg-stream-soft",
      )}
    >
      {part ? (
        <TaskEditor
          task={task}
          part={part}
          colleagues={colleagues}
          about={leadTo ? leadOf(task) : ""}
          onDone={onDone}
        />
      ) : (
        <>
          <DoneBox task={task} mayWrite={mayWrite} onAct={onAct} />
          <TaskWords {...props} edit={mayWrite && !task.isLeaving ? edit : null} />
          {mayWrite && <TaskMenu task={task} onAct={onAct} onChange={() => edit("subject")} />}
        </>
      )}
    </li>
  );
}

function leadOf({ lead: { name, companyName } }: ShownTask): string {
  return [name, companyName].filter(Boolean).join(" · ");
}

/** It may stand elsewhere by now, under another day. */
function focusRow(id: string): void {
  document.getElementById(id)?.querySelector<HTMLElement>("[data-edit]")?.focus();
}

type Edit = (part: TaskPart) => void;

function TaskWords(props: TaskRowProps & { edit: Edit | null }) {
  const { task, due, colleagues, showsOwner, edit } = props;
  const { icon: Icon, name } = activityTypes[task.type];
  const owner = showsOwner && colleagues.find(({ id }) => id === task.assignedTo);
  return (
    <>
      <div className="min-w-0 flex-1">
        <p
          className={clsx("flex min-w-0 items-baseline gap-1.5", task.isLeaving && "text-muted line-through")}
        >
          {task.type !== "task" && (
            <Icon aria-label={name} className="size-3.5 shrink-0 self-center text-muted" />
          )}
          <Editable part="subject" says="Change" edit={edit} className="-my-0.5 min-w-0 py-0.5 break-words">
            {titleOf(task)}
          </Editable>
        </p>
        <TaskAbout {...props} />
      </div>
      {owner && (
        <Editable
          part="assignedTo"
          says="Give to somebody else"
          edit={edit}
          className={`${aside} text-muted max-sm:hidden`}
        >
          {owner.name}
        </Editable>
      )}
      {task.dueAt && (
        <Editable
          part="when"
          says="Change when it is due"
          edit={edit}
          className={clsx(aside, due === "overdue" ? "text-danger" : "text-muted")}
        >
          <RelativeTime at={task.dueAt} />
        </Editable>
      )}
    </>
  );
}

const aside = "shrink-0 truncate py-0.5 text-12";

type EditableProps = {
  part: TaskPart;
  says: string;
  edit: Edit | null;
  className: string;
  children: ReactNode;
};

/** Pressed, it can be changed; for who only reads it is words. */
function Editable({ part, says, edit, className, children }: EditableProps) {
  if (!edit) return <span className={className}>{children}</span>;
  return (
    <button
      type="button"
      data-edit={part === "subject" || undefined}
      onClick={() => edit(part)}
      className={clsx("touch -mx-1 cursor-text rounded-4 px-1 text-left hover:bg-hover", className)}
    >
      <span className="sr-only">{says}: </span>
      {children}
    </button>
  );
}

function TaskAbout({ task, leadTo }: TaskRowProps) {
  if (!leadTo && !task.description) return null;
  const about = [leadTo && task.lead.companyName, task.description].filter(Boolean);
  return (
    <p className="-m-1 min-w-0 truncate p-1 text-12 text-muted">
      {leadTo && (
        <Link to={leadTo} prefetch="intent" className="link">
          {task.lead.name}
        </Link>
      )}
      {leadTo && about.length > 0 && " · "}
      {about.join(" · ")}
    </p>
  );
}

function DoneBox({ task, mayWrite, onAct }: Pick<TaskRowProps, "task" | "mayWrite" | "onAct">) {
  return (
    <label className="relative mt-0.5 inline-flex shrink-0 pointer-coarse:p-2 pointer-coarse:-m-2">
      <input
        type="checkbox"
        data-done
        aria-label={`Done: ${titleOf(task)}`}
        checked={task.isLeaving}
        disabled={!mayWrite || task.isLeaving}
        onChange={() => onAct(task, { intent: "complete" })}
        className="peer size-4 appearance-none rounded-full border border-edge bg-raised checked:border-stream checked:bg-stream hover:border-stream forced-colors:appearance-auto"
      />
      <Check
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute inset-0 m-auto size-3 text-on-stream opacity-0 peer-checked:opacity-100 forced-colors:hidden"
      />
    </label>
  );
}
