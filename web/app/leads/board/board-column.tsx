import { useDndContext, useDroppable } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { clsx } from "clsx";
import { Button } from "~/components/ui/button";
import type { LeadLine, Stage } from "../lead";
import { StageMark } from "../stage-mark";
import { MoneyWords } from "../table/cell-words";
import type { Column } from "./board";
import { BoardCard } from "./board-card";

type BoardColumnProps = {
  column: Column;
  leadTo: (id: string) => string;
  isReading: boolean;
  onMore(stageId: string): void;
  onMoveTo(lead: LeadLine, stage: Stage): void;
};

export function BoardColumn({ column, leadTo, isReading, onMore, onMoveTo }: BoardColumnProps) {
  const { stage, leads, count, values, nextCursor } = column;
  const { setNodeRef } = useDroppable({ id: stage.id, data: { stage } });
  const { over } = useDndContext();
  const isOver = over !== null && (over.id === stage.id || leads.some(({ id }) => id === over.id));
  return (
    <section
      aria-label={stage.name}
      data-stage={stage.id}
      className="flex h-full w-66 shrink-0 snap-start flex-col max-sm:w-[80vw]"
    >
      <header className="px-1 pb-2">
        <h2 className="flex items-center justify-between gap-2 font-semibold">
          <StageMark stage={stage} />
          <span className="font-normal text-muted tabular-nums">{count}</span>
        </h2>
        <p className="h-5 text-13 text-muted tabular-nums">
          {values
            .filter(({ amount }) => amount > 0)
            .map((value, index) => (
              <span key={value.currency}>
                {index > 0 && " + "}
                <MoneyWords value={value} />
              </span>
            ))}
        </p>
      </header>
      <ul
        ref={setNodeRef}
        className={clsx(
          "min-h-24 flex-1 space-y-2 overflow-y-auto rounded-8 p-1",
          isOver ? "bg-stream-soft" : "bg-sunken",
        )}
      >
        <SortableContext items={leads.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          {leads.map((lead) => (
            <BoardCard key={lead.id} lead={lead} to={leadTo(lead.id)} onMoveTo={onMoveTo} />
          ))}
        </SortableContext>
        {leads.length === 0 && (
          <li className="px-2 py-6 text-center text-13 text-muted">Nobody stands here.</li>
        )}
        {nextCursor && (
          <li>
            <Button
              look="quiet"
              size="sm"
              pending={isReading}
              className="w-full"
              onClick={() => onMore(stage.id)}
            >
              Show more of {count}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
