import { Tag, Trash2, UserRound, Waypoints, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "~/components/ui/menu";
import { Progress } from "~/components/ui/progress";
import { countOf } from "~/words/format";
import { useHouse } from "../house";
import { asksWhy, type Stage } from "../lead";
import { ReasonDialog } from "../reason-dialog";
import { StageMark } from "../stage-mark";
import { bulkWords, type BulkChange, type BulkRun } from "./bulk";

type BulkBarProps = {
  size: number;
  /** More match than are counted. */
  isExact: boolean;
  /** What is under way, and as far as it is. */
  run: BulkRun | null;
  onChange(change: BulkChange): void;
  onClear(): void;
};

/** What can be done with all that are chosen; while it is being done, how far it is. */
export function BulkBar({ size, isExact, run, onChange, onClear }: BulkBarProps) {
  if (run) return <Bar label="What is under way">{<Running run={run} />}</Bar>;
  if (size === 0) return null;
  return (
    <Bar label="Chosen leads">
      <p role="status" className="px-2 font-medium tabular-nums">
        {isExact ? countOf(size, "lead") : `More than ${countOf(size, "lead")}`}
      </p>
      <Acts size={size} onChange={onChange} />
      <Button look="quiet" size="iconSm" aria-label="Choose nobody" onClick={onClear}>
        <X aria-hidden />
      </Button>
    </Bar>
  );
}

function Bar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      data-ground
      className="animate-rise fixed bottom-4 left-1/2 z-20 flex max-w-[calc(100vw-1rem)] -translate-x-1/2 flex-wrap items-center gap-1 rounded-8 border border-line bg-raised p-1.5 shadow-lift max-md:bottom-20"
    >
      {children}
    </div>
  );
}

function Running({ run }: { run: BulkRun }) {
  const words = bulkWords(run);
  return (
    <div role="status" className="grid w-72 max-w-full gap-1.5 px-2 py-1">
      <p className="text-13">{words}</p>
      <Progress label="Leads changed" value={run.done} max={Math.max(1, run.total)} text={words} />
    </div>
  );
}

function Acts({ size, onChange }: Pick<BulkBarProps, "size" | "onChange">) {
  const { stages, colleagues, tags, mayAssign, mayDelete } = useHouse();
  const [asking, ask] = useState<Stage | null>(null);
  return (
    <>
      <Choices icon={<Waypoints aria-hidden />} name="Move to">
        {stages.map((stage) => (
          <MenuItem
            key={stage.id}
            onSelect={() =>
              asksWhy(stage.status) ? ask(stage) : onChange({ kind: "stage", stageId: stage.id })
            }
          >
            <StageMark stage={stage} />
          </MenuItem>
        ))}
      </Choices>
      {mayAssign && (
        <Choices icon={<UserRound aria-hidden />} name="Give to">
          <MenuItem onSelect={() => onChange({ kind: "assignee", assignedTo: null })}>Nobody</MenuItem>
          {colleagues.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => onChange({ kind: "assignee", assignedTo: id })}>
              {name}
            </MenuItem>
          ))}
        </Choices>
      )}
      {tags.length > 0 && <TagChoices onChange={onChange} />}
      {mayDelete && (
        <Button size="sm" look="quiet" onClick={() => onChange({ kind: "delete" })}>
          <Trash2 aria-hidden />
          Delete
        </Button>
      )}
      {asking && (
        <ReasonDialog
          stage={asking}
          who={size}
          onCancel={() => ask(null)}
          onAnswer={(reason) => {
            onChange({ kind: "stage", stageId: asking.id, reason });
            ask(null);
          }}
        />
      )}
    </>
  );
}

function TagChoices({ onChange }: Pick<BulkBarProps, "onChange">) {
  const { tags } = useHouse();
  return (
    <Choices icon={<Tag aria-hidden />} name="Tag">
      <MenuLabel>Add</MenuLabel>
      {tags.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => onChange({ kind: "tags", add: [id], remove: [] })}>
          {name}
        </MenuItem>
      ))}
      <MenuLabel>Take off</MenuLabel>
      {tags.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => onChange({ kind: "tags", add: [], remove: [id] })}>
          {name}
        </MenuItem>
      ))}
    </Choices>
  );
}

function Choices({ icon, name, children }: { icon: ReactNode; name: string; children: ReactNode }) {
  const trigger = (
    <Button size="sm" look="quiet">
      {icon}
      {name}
    </Button>
  );
  return (
    <Menu trigger={trigger} side="top" align="center" label={name}>
      {children}
    </Menu>
  );
}
