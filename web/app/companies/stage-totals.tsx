import type { LeadsHouse, Money } from "~/leads/lead";
import { StageMark } from "~/leads/stage-mark";
import { countOf } from "~/words/format";
import { Values } from "./values";

export type StageTotal = { stageId: string; count: number; values: Money[] };

/** How far the leads of a company are, and what they are worth there. */
export function StageTotals({ totals, house }: { totals: readonly StageTotal[]; house: LeadsHouse }) {
  return (
    <ul aria-label="Leads by stage" className="max-w-lg border-t border-line">
      {totals.map(({ stageId, count, values }) => (
        <li
          key={stageId}
          className="grid min-h-(--row) grid-cols-[minmax(0,1fr)_4.5rem_6rem] items-center gap-x-3 border-b border-line px-1 py-(--row-inset)"
        >
          <StageMark stage={house.stages.find(({ id }) => id === stageId)} />
          <span className="text-right text-muted tabular-nums">{countOf(count, "lead")}</span>
          <span className="text-right">
            <Values values={values} />
          </span>
        </li>
      ))}
    </ul>
  );
}
