import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { Check, MoreHorizontal } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "~/components/ui/menu";
import { RelativeTime } from "~/components/ui/time";
import { instantAt } from "~/calendar/clock";
import { useLocale } from "~/locale";
import type { Colleague } from "~/leads/lead";
import { activityTypes, titleOf } from "./activity";
import { morningIn } from "./draft";
import type { DueGroup } from "./due";
import type { ShownTask, TaskAct } from "./use-tasks";

export type TaskRowProps = {
  task: ShownTask;
  due: DueGroup;
  mayWrite: boolean;
  /** Absent on the lead's own page. */
  leadTo?: string;
  owner?: Colleague | undefined;
  onAct(task: ShownTask, act: TaskAct): void;
};

/** A thing to do: ticked off, moved to another day, or taken out. */
export function TaskRow({ task, due, mayWrite, leadTo, owner, onAct }: TaskRowProps) {
  const { icon: Icon, name } = activityTypes[task.type];
  return (
    <li
      data-task
      className={clsx(
        "group/task flex min-h-9 items-start gap-2.5 border-b border-line py-1.5 last:border-b-0 hover:bg-sunken",
      )}
    >
      <DoneBox task={task} mayWrite={mayWrite} onAct={onAct} />
      <div className="min-w-0 flex-1">
        <p
          className={clsx("flex min-w-0 items-baseline gap-1.5", task.isLeaving && "text-muted line-through")}
        >
          {task.type !== "task" && (
            <Icon aria-label={name} className="size-3.5 shrink-0 self-center text-muted" />
          )}
          <span className="min-w-0 break-words">{titleOf(task)}</span>
        </p>
        {(leadTo || task.description) && (
          <p className="-m-1 min-w-0 truncate p-1 text-12 text-muted">
            {leadTo && (
              <Link to={leadTo} prefetch="intent" className="link">
                {task.lead.name}
              </Link>
            )}
            {leadTo && [task.lead.companyName, task.description].filter(Boolean).length > 0 && " · "}
            {[leadTo && task.lead.companyName, task.description].filter(Boolean).join(" · ")}
          </p>
        )}
      </div>
      {owner && <span className="shrink-0 truncate text-12 text-muted max-sm:hidden">{owner.name}</span>}
      {task.dueAt && (
        <span className={clsx("shrink-0 text-12", due === "overdue" ? "text-danger" : "text-muted")}>
          <RelativeTime at={task.dueAt} />
        </span>
      )}
      {mayWrite && <TaskMenu task={task} onAct={onAct} />}
    </li>
  );
}

type Acting = Pick<TaskRowProps, "task" | "onAct">;

function DoneBox({ task, mayWrite, onAct }: Acting & { mayWrite: boolean }) {
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

const days = [
  { days: 1, name: "Tomorrow" },
  { days: 3, name: "In three days" },
  { days: 7, name: "In a week" },
];

function TaskMenu({ task, onAct }: Acting) {
  const { timeZone } = useLocale();
  const trigger = (
    <Button look="quiet" size="iconSm" aria-label={`More about ${titleOf(task)}`} className="-my-0.5">
      <MoreHorizontal aria-hidden />
    </Button>
  );
  function moveTo(count: number): void {
    const [day = "", time = ""] = morningIn(count, Date.now(), timeZone).split("T");
    onAct(task, { intent: "move", dueAt: instantAt({ day, time }, timeZone) });
  }
  return (
    <Menu trigger={trigger} label={titleOf(task)}>
      {days.map(({ days: count, name }) => (
        <MenuItem key={count} onSelect={() => moveTo(count)}>
          {name}
        </MenuItem>
      ))}
      {task.dueAt && (
        <MenuItem onSelect={() => onAct(task, { intent: "move", dueAt: null })}>Without a day</MenuItem>
      )}
      <MenuSeparator />
      <MenuItem danger onSelect={() => onAct(task, { intent: "remove" })}>
        Delete task
      </MenuItem>
    </Menu>
  );
}
