import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { Shortcut } from "~/components/ui/kbd";
import type { Command } from "./command";

type PaletteProps = {
  commands: Command[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRun: (command: Command) => void;
  /** What is typed already, such as “Create”. */
  start: string;
};

const groups = ["Go to", "Create", "Switch to", "Do"] as const;

/** Loaded when it is first asked for; everything by its name, from anywhere. */
export default function Palette({ commands, open, onOpenChange, onRun, start }: PaletteProps) {
  const shown = start === "Create" ? commands.filter(({ group }) => group === "Create") : commands;
  return (
    <Cmdk.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label="Command palette"
      loop
      overlayClassName="animate-fade fixed inset-0 z-50 bg-scrim"
      contentClassName="animate-rise fixed inset-x-3 top-[10dvh] z-50 mx-auto max-w-xl overflow-hidden rounded-8 border border-line bg-raised shadow-lift"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <Cmdk.Input
          placeholder={start === "Create" ? "What do you want to create?" : "Go somewhere, or do something"}
          className="h-12 w-full bg-transparent text-16 outline-none"
        />
      </div>
      <Cmdk.List className="max-h-[60dvh] overflow-y-auto p-1.5">
        <Cmdk.Empty className="px-3 py-6 text-muted">
          Nothing here has that name. Try another word.
        </Cmdk.Empty>
        {groups.map((group) => (
          <PaletteGroup
            key={group}
            name={group}
            commands={shown.filter((one) => one.group === group)}
            onRun={onRun}
          />
        ))}
      </Cmdk.List>
    </Cmdk.Dialog>
  );
}

type GroupProps = { name: string; commands: Command[]; onRun: (command: Command) => void };

function PaletteGroup({ name, commands, onRun }: GroupProps) {
  if (commands.length === 0) return null;
  return (
    <Cmdk.Group
      heading={name}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-muted"
    >
      {commands.map((command) => (
        <Cmdk.Item
          key={command.id}
          value={`${command.name} ${command.id}`}
          keywords={command.words ? [command.words] : []}
          onSelect={() => onRun(command)}
          className="flex h-9 items-center gap-3 rounded-4 px-2.5 data-[selected=true]:bg-hover pointer-coarse:h-11"
        >
          {command.icon ? (
            <command.icon aria-hidden className="size-4 text-muted" />
          ) : (
            <span className="size-4" />
          )}
          {command.name}
          {command.keys && (
            <span className="ml-auto">
              <Shortcut keys={command.keys} />
            </span>
          )}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
