import { Plus, SquareKanban } from "lucide-react";
import { useState } from "react";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { BackgroundNotices } from "~/toasts/background-notices";
import { HouseContext } from "../house";
import { asksWhy, type LeadLine, type LeadsHouse, nameOf, type Stage } from "../lead";
import { ReasonDialog } from "../reason-dialog";
import { WidePage } from "../wide-page";
import type { Column } from "./board";
import { BoardColumn } from "./board-column";
import { BoardDragging } from "./board-dragging";
import { BoardFilter, type BoardFilters } from "./board-filter";
import { useBoardMoves } from "./use-board-moves";

export type BoardViewProps = {
  house: LeadsHouse;
  columns: readonly Column[];
  filters: BoardFilters;
  /** Whose next leads are being read. */
  reading: ReadonlySet<string>;
  onMore(stageId: string): void;
  base: string;
};

type Asked = { lead: LeadLine; stage: Stage; beforeId: string | null };

/** All leads by where they stand, worth how much; moved by hand. */
export function BoardView({ house, columns, filters, reading, onMore, base }: BoardViewProps) {
  const { shown, move, keys } = useBoardMoves(columns);
  const [asked, ask] = useState<Asked | null>(null);
  function put(lead: LeadLine, stage: Stage, beforeId: string | null): void {
    if (asksWhy(stage.status) && stage.id !== lead.stageId) ask({ lead, stage, beforeId });
    else move(lead, { stageId: stage.id, beforeId });
  }
  const isEmpty = columns.every(({ count }) => count === 0);
  return (
    <HouseContext.Provider value={house}>
      <WidePage
        title="Board"
        action={
          house.mayWrite && (
            <LinkButton to={`${base}/new`} look="primary">
              <Plus aria-hidden />
              Add lead
            </LinkButton>
          )
        }
      >
        <BoardFilter filters={filters} />
        {isEmpty ? (
          <Nobody base={base} mayWrite={house.mayWrite} />
        ) : (
          <BoardDragging columns={shown} onDrop={put}>
            <div className="flex min-h-0 flex-1 snap-x gap-4 overflow-x-auto pb-2 sm:snap-none">
              {shown.map((column) => (
                <BoardColumn
                  key={column.stage.id}
                  column={column}
                  leadTo={(id) => `${base}/${id}`}
                  isReading={reading.has(column.stage.id)}
                  onMore={onMore}
                  onMoveTo={(lead, stage) =>
                    put(lead, stage, stage.id === lead.stageId ? null : firstOf(shown, stage))
                  }
                />
              ))}
            </div>
          </BoardDragging>
        )}
        <BackgroundNotices keys={keys} />
        {asked && (
          <ReasonDialog
            stage={asked.stage}
            who={nameOf(asked.lead)}
            onCancel={() => ask(null)}
            onAnswer={(reason) => {
              move(asked.lead, { stageId: asked.stage.id, beforeId: asked.beforeId, reason });
              ask(null);
            }}
          />
        )}
      </WidePage>
    </HouseContext.Provider>
  );
}

/** Who comes by the menu stands on top, where one sees it. */
function firstOf(columns: readonly Column[], stage: Stage): string | null {
  return columns.find((column) => column.stage.id === stage.id)?.leads[0]?.id ?? null;
}

function Nobody({ base, mayWrite }: { base: string; mayWrite: boolean }) {
  return (
    <EmptyState
      icon={SquareKanban}
      title="Nobody stands anywhere yet"
      action={
        mayWrite && (
          <LinkButton to={`${base}/new`} look="primary">
            Add lead
          </LinkButton>
        )
      }
    >
      Every lead is a card here, from its first word to won or lost. Drag a card to where it stands now.
    </EmptyState>
  );
}
