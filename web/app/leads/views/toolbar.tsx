import { ListFilter, Search, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Popover } from "~/components/ui/popover";
import { Select } from "~/components/ui/select";
import { RowsSkeleton } from "~/components/ui/skeleton";
import type { AskableField } from "~/conditions/group";
import { sayCondition } from "~/conditions/words";
import { useLocale } from "~/locale";
import { loadPatiently } from "~/live/patient-fetch";
import { countOf } from "~/words/format";
import type { Column, ColumnChoice } from "../table/columns";
import { groupings } from "../table/items";
import type { Count } from "../table/rows";
import type { TableState } from "./address";
import { ColumnMenu } from "./column-menu";

const ConditionEditor = lazy(() =>
  loadPatiently(async () => ({ default: (await import("~/conditions/condition-editor")).ConditionEditor })),
);

type ToolbarProps = {
  q: string;
  state: TableState;
  fields: readonly AskableField[];
  columns: readonly Column[];
  shown: readonly (Column & ColumnChoice)[];
  count: Count | null;
  onSearch(q: string): void;
  onState(change: Partial<TableState>): void;
};

/** Search, filter, groups and columns: what the table below is an answer to. */
export function Toolbar({ q, state, fields, columns, shown, count, onSearch, onState }: ToolbarProps) {
  const isSearching = q !== "";
  const { language } = useLocale();
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 py-2">
      <div role="search" className="relative w-56 max-sm:w-full">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          type="search"
          data-search
          aria-label="Search leads"
          placeholder="Search leads"
          defaultValue={q}
          onChange={({ target }) => onSearch(target.value)}
          className="pl-8"
        />
      </div>
      {!isSearching && (
        <>
          <FilterButton filter={state.filter} fields={fields} onState={onState} />
          <label className="flex items-center gap-1.5 text-13 text-muted max-sm:hidden">
            <span className="pl-2">Group</span>
            <Select
              className="w-34"
              value={state.group ?? ""}
              onChange={({ target }) => onState({ group: target.value || null })}
            >
              <option value="">Not grouped</option>
              {Object.entries(groupings).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </label>
        </>
      )}
      <span className="flex-1" />
      <p role="status" className="px-1 text-13 text-muted tabular-nums">
        {count && sayCount(count)}
      </p>
      <span className="max-sm:hidden">
        <ColumnMenu columns={columns} shown={shown} onChange={(next) => onState({ columns: next })} />
      </span>
      {!isSearching && state.filter && (
        <FilterWords
          words={sayCondition(state.filter, fields, language)}
          onClear={() => onState({ filter: null })}
        />
      )}
    </div>
  );
}

export function sayCount({ value, isExact }: Count): string {
  return isExact ? countOf(value, "lead") : `More than ${countOf(value, "lead")}`;
}

function FilterButton({
  filter,
  fields,
  onState,
}: Pick<ToolbarProps, "fields" | "onState"> & { filter: TableState["filter"] }) {
  const trigger = (
    <Button size="sm" look={filter ? "secondary" : "quiet"} className="h-8">
      <ListFilter aria-hidden />
      Filter
    </Button>
  );
  return (
    <Popover trigger={trigger} label="Filter">
      <div className="max-h-[60dvh] overflow-y-auto">
        <Suspense fallback={<RowsSkeleton rows={1} what="the conditions" />}>
          <ConditionEditor
            condition={filter}
            fields={fields}
            onChange={(condition) => onState({ filter: condition })}
          />
        </Suspense>
      </div>
    </Popover>
  );
}

function FilterWords({ words, onClear }: { words: string; onClear: () => void }) {
  return (
    <p className="flex w-full min-w-0 items-center gap-2 text-13">
      <span className="shrink-0 text-muted">Only where</span>
      <span
        data-ground
        className="min-w-0 truncate rounded-4 bg-stream-soft px-1.5 py-0.5 text-stream-ink"
        title={words}
      >
        {words}
      </span>
      <Button look="quiet" size="iconSm" aria-label="Show all again" onClick={onClear}>
        <X aria-hidden />
      </Button>
    </p>
  );
}
