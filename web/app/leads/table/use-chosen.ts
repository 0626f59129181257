import { useCallback, useState } from "react";
import { useLatest } from "~/latest";
import type { Rows } from "./rows";
import { everybody, nobody, reach, type Selection, toggle } from "./selection";

type Chosen = {
  selection: Selection;
  choose(id: string, isRange: boolean): void;
  chooseAll(): void;
  chooseNobody(): void;
};

/** Who is chosen among what is asked; another question begins with nobody. */
export function useChosen(rows: Rows, asked: string): Chosen {
  const [known, setKnown] = useState({ selection: nobody, asked });
  const selection = known.asked === asked ? known.selection : nobody;
  const latest = useLatest({ rows: rows.rows, selection, asked });
  const put = useCallback(
    (next: (selection: Selection, order: string[]) => Selection) => {
      const { rows: lines, selection: now, asked: of } = latest.current;
      const order = lines.map(({ id }) => id);
      setKnown({ selection: next(now, order), asked: of });
    },
    [latest],
  );
  const choose = useCallback(
    (id: string, isRange: boolean) =>
      put((now, order) => (isRange ? reach(now, id, order) : toggle(now, id, order))),
    [put],
  );
  return {
    selection,
    choose,
    chooseNobody: () => put(() => nobody),
    // What a search found is here as a whole; of a list more match than were read.
    chooseAll: () =>
      put((now, order) => {
        if (now.isAll || (order.length > 0 && now.ids.size === order.length)) return nobody;
        return rows.nextCursor === null ? { ...everybody, isAll: false, ids: new Set(order) } : everybody;
      }),
  };
}
