import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { Popover } from "~/components/ui/popover";
import type { Column, ColumnChoice } from "../table/columns";

type ColumnMenuProps = {
  columns: readonly Column[];
  shown: readonly (Column & ColumnChoice)[];
  onChange(columns: ColumnChoice[]): void;
};

/** Which columns, and in which order; the name is always there. */
export function ColumnMenu({ columns, shown, onChange }: ColumnMenuProps) {
  const others = columns.filter(({ key }) => !shown.some((each) => each.key === key));
  const chosen = shown.map(({ key, width }) => ({ key, width }));
  const trigger = (
    <Button size="sm" look="quiet">
      <Columns3 aria-hidden />
      Columns
    </Button>
  );
  return (
    <Popover trigger={trigger} label="Columns" align="end">
      <div className="grid max-h-96 gap-0.5 overflow-y-auto">
        {shown.map(({ key, name }, place) => (
          <div key={key} className="flex items-center gap-1">
            <Checkbox
              className="min-w-0 flex-1"
              label={name}
              checked
              disabled={key === "name"}
              onChange={() => onChange(chosen.filter((each) => each.key !== key))}
            />
            {place > 1 && (
              <Step
                label={`${name} further left`}
                up
                onPress={() => onChange(swapped(chosen, place, place - 1))}
              />
            )}
            {place > 0 && place < shown.length - 1 && (
              <Step
                label={`${name} further right`}
                onPress={() => onChange(swapped(chosen, place, place + 1))}
              />
            )}
          </div>
        ))}
        {others.length > 0 && <hr className="my-1.5 border-line" />}
        {others.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={false}
            onChange={() => onChange([...chosen, { key, width: 0 }])}
          />
        ))}
      </div>
    </Popover>
  );
}

function Step({ label, up = false, onPress }: { label: string; up?: boolean; onPress: () => void }) {
  const Icon = up ? ArrowUp : ArrowDown;
  return (
    <Button look="quiet" size="iconSm" aria-label={label} onClick={onPress}>
      <Icon aria-hidden />
    </Button>
  );
}

function swapped(columns: readonly ColumnChoice[], one: number, other: number): ColumnChoice[] {
  const next = [...columns];
  const [first, second] = [next[one], next[other]];
  if (first && second) [next[one], next[other]] = [second, first];
  return next;
}
