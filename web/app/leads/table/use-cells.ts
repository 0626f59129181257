import { useMemo, useState } from "react";
import { useLatest } from "~/latest";
import { notify } from "~/toasts/notify";
import { changeLead } from "../change-lead";
import { asksWhy, type LeadLine, type LeadsHouse, type Stage } from "../lead";
import { changeOf, type LeadChange } from "./changes";
import type { RowsStore } from "./rows";
import type { EditedCell, TableActs } from "./table-context";

type Options = { base: string; house: LeadsHouse; store: RowsStore };
type Asking = { line: LeadLine; stage: Stage; change: LeadChange };

/** Cells that are changed in place: shown at once, sent, and back as they were where they are refused. */
export function useCells({ base, house, store }: Options): {
  acts: TableActs;
  /** Somebody is about to be won or lost, and it is not said why yet. */
  asking: Asking | null;
  answer(reason: string): void;
  cancel(): void;
} {
  const [editing, edit] = useState<EditedCell | null>(null);
  const [asking, ask] = useState<Asking | null>(null);
  const send = useLatest(async (line: LeadLine, { shown, body }: LeadChange) => {
    const back = store.edit(line.id, shown);
    const answer = await changeLead(base, line.id, body);
    if (answer) store.put([answer]);
    back();
  });
  const latestHouse = useLatest(house);
  const acts = useMemo<TableActs>(
    () => ({
      mayWrite: house.mayWrite,
      editing,
      edit,
      change(line, column, value) {
        const { stages } = latestHouse.current;
        const change = changeOf(line, column, value, latestHouse.current);
        if (typeof change === "string")
          return notify({ id: `cell ${line.id}`, message: change, tone: "failed" });
        const stage = column.kind === "stage" ? stages.find(({ id }) => id === value) : undefined;
        if (stage && asksWhy(stage.status)) ask({ line, stage, change });
        else void send.current(line, change);
      },
    }),
    [house.mayWrite, editing, latestHouse, send],
  );
  return {
    acts,
    asking,
    cancel: () => ask(null),
    answer(reason) {
      if (asking)
        void send.current(asking.line, { ...asking.change, body: { ...asking.change.body, reason } });
      ask(null);
    },
  };
}
