import { Link } from "@remix-run/react";
import { Dialog } from "~/components/ui/dialog";
import { Shortcut } from "~/components/ui/kbd";
import type { Command } from "./command";

type HelpProps = {
  commands: Command[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  singleKeys: boolean;
};

export default function ShortcutHelp({ commands, open, onOpenChange, singleKeys }: HelpProps) {
  const rows = [
    { keys: "mod+k", name: "Open the command palette" },
    { keys: "c", name: "Create something" },
    { keys: "/", name: "Search in this list" },
    { keys: "?", name: "Show this help" },
    { keys: "esc", name: "Close the top layer" },
    ...commands.flatMap(({ keys, name, group }) => (keys && group === "Go to" ? [{ keys, name }] : [])),
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      {!singleKeys && <p className="mb-3 text-muted">Single letters are switched off for you.</p>}
      <dl className="divide-y divide-line">
        {rows.map(({ keys, name }) => (
          <div key={keys} className="flex h-9 items-center justify-between gap-4">
            <dt>{name}</dt>
            <dd>
              <Shortcut keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-13 text-muted">
        Letters get in your way?{" "}
        <Link to="/account/appearance" onClick={() => onOpenChange(false)} className="link">
          {singleKeys ? "Switch them off" : "Switch them on"}
        </Link>
      </p>
    </Dialog>
  );
}
