import { MoreHorizontal } from "lucide-react";
import { instantAt } from "~/calendar/clock";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "~/components/ui/menu";
import { useLocale } from "~/locale";
import { titleOf } from "./activity";
import { morningIn } from "./draft";
import type { ShownTask, TaskAct } from "./use-tasks";

type TaskMenuProps = { task: ShownTask; onAct(task: ShownTask, act: TaskAct): void; onChange(): void };

const days = [
  { days: 1, name: "Tomorrow" },
  { days: 3, name: "In three days" },
  { days: 7, name: "In a week" },
];

export function TaskMenu({ task, onAct, onChange }: TaskMenuProps) {
  const { timeZone } = useLocale();
  const trigger = (
    <Button look="quiet" size="iconSm" aria-label={`More about ${titleOf(task)}`} className="-my-0.5">
      <MoreHorizontal aria-hidden />
    </Button>
  );
  function moveTo(count: number): void {
    const [day = "", time = ""] = morningIn(count, Date.now(), timeZone).split("T");
    onAct(task, { intent: "change", change: { dueAt: instantAt({ day, time }, timeZone) } });
  }
  return (
    <Menu trigger={trigger} label={titleOf(task)}>
      <MenuItem keys="e" onSelect={onChange}>
        Change task
      </MenuItem>
      <MenuSeparator />
      {days.map(({ days: count, name }) => (
        <MenuItem key={count} onSelect={() => moveTo(count)}>
          {name}
        </MenuItem>
      ))}
      {task.dueAt && (
        <MenuItem onSelect={() => onAct(task, { intent: "change", change: { dueAt: null } })}>
          Without a day
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem danger onSelect={() => onAct(task, { intent: "remove" })}>
        Delete task
      </MenuItem>
    </Menu>
  );
}
