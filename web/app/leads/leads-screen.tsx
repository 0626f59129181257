import { useNavigate, useRevalidator } from "@remix-run/react";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { AskableField } from "~/conditions/group";
import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";
import type { LeadsHouse } from "./lead";
import { nameOf } from "./lead";
import { type LeadsActs, LeadsView } from "./leads-view";
import { OpenedLead } from "./page/opened-lead";
import { ReasonDialog } from "./reason-dialog";
import type { Rows, RowsPage, RowsStore } from "./table/rows";
import { narrowed } from "./table/narrowed";
import { useBulk } from "./table/use-bulk";
import { useCells } from "./table/use-cells";
import { useChosen } from "./table/use-chosen";
import { readRows, useLeadRows } from "./table/use-lead-rows";
import { useLiveRows } from "./table/use-live-rows";
import { partsOf, useGo, useViewActs } from "./use-address";
import { useSame } from "./use-same";
import { useSearchNow } from "./use-search-now";
import { useTyped } from "./use-typed";
import { openedFirst, type SavedView, stateOf } from "./views/address";
import { textOfAsked } from "./views/asked";

export type LeadsScreenProps = {
  organizationId: string;
  base: string;
  formsTo?: string | undefined;
  house: LeadsHouse;
  fields: AskableField[];
  views: SavedView[];
  /** The one that opens by itself; empty where that is all leads. */
  firstView: string;
  first: RowsPage;
  firstOf: string;
  panel?: ReactNode;
};

/** The table at work: the address says what is asked, the rows answer, and what is changed shows at once. */
export function LeadsScreen(props: LeadsScreenProps) {
  const { base, views, firstView } = props;
  const house = useSame(props.house);
  const now = useSearchNow();
  const search = useMemo(() => openedFirst(now, firstView), [now, firstView]);
  const view = views.find(({ id }) => id === search.get("view")) ?? null;
  const state = useMemo(() => stateOf(search, view), [search, view]);
  const go = useGo(search);
  const [q, setQ] = useTyped(search.get("q") ?? "", (text) => go({ q: text || null }, true));
  const [closed, toggleGroup] = useClosed();
  const asked = textOfAsked({ ...state, q: q.trim(), closed: [...closed] });
  const { rows: read, store, more } = useLeadRows({ ...props, from: `${base}/rows`, asked });
  const rows = useMemo(() => narrowed(read, asked), [read, asked]);
  useLiveRows({ ...props, store });
  const chosen = useChosen(rows, asked);
  const cells = useCells({ base, house, store });
  const bulk = useBulkOf({ base, asked, store, onEnd: chosen.chooseNobody });
  useCreating(base, house.mayWrite);
  const acts: LeadsActs = {
    ...chosen,
    search: setQ,
    // A condition that is typed on is one step of the way back, not one a letter.
    state: (change) => go(partsOf(search, view, change), Boolean(change.filter) && search.has("filter")),
    view: useViewActs(),
    more,
    open: useCallback((id: string) => go({ lead: id }), [go]),
    toggleGroup,
    bulk: (change) =>
      bulk.start(chosen.selection.isAll ? { query: asked } : { ids: [...chosen.selection.ids] }, change),
  };
  return (
    <LeadsView
      {...props}
      {...{ house, view, search, q, state, rows, closed, acts }}
      selection={chosen.selection}
      run={bulk.run}
      opened={search.get("lead")}
      cells={cells.acts}
      panel={
        <>
          {props.panel}
          <Opened {...{ base, house, search, rows, store }} />
          {cells.asking && (
            <ReasonDialog
              stage={cells.asking.stage}
              who={nameOf(cells.asking.line)}
              onAnswer={cells.answer}
              onCancel={cells.cancel}
            />
          )}
        </>
      }
    />
  );
}

type OpenedProps = {
  base: string;
  house: LeadsHouse;
  search: URLSearchParams;
  rows: Rows;
  store: RowsStore;
};

function Opened({ base, house, search, rows, store }: OpenedProps) {
  const id = search.get("lead");
  if (!id) return null;
  const closed = new URLSearchParams(search);
  closed.delete("lead");
  return (
    <OpenedLead
      key={id}
      id={id}
      base={base}
      house={house}
      line={rows.rows.find((line) => line.id === id) ?? null}
      closeTo={`?${closed.toString()}`}
      onSaved={(lead) => store.put([lead])}
    />
  );
}

function useClosed(): [ReadonlySet<string>, (key: string) => void] {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setClosed((known) => {
      const next = new Set(known);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return [closed, toggle];
}

type BulkOptions = { base: string; asked: string; store: RowsStore; onEnd(): void };

/** What many became is read anew from the first row on. */
function useBulkOf({ base, asked, store, onEnd }: BulkOptions) {
  const { revalidate } = useRevalidator();
  return useBulk({
    from: `${base}/bulk`,
    onEnd() {
      onEnd();
      void readRows(`${base}/rows`, asked, null).then((page) => page && store.renew(asked, page));
      revalidate();
    },
  });
}

/** `c` adds a lead, as it creates elsewhere. */
function useCreating(base: string, mayWrite: boolean): void {
  const { singleKeys } = useFrame();
  const navigate = useNavigate();
  const add = { keys: "c", run: () => navigate(`${base}/new`, { preventScrollReset: true }) };
  useShortcuts(mayWrite ? [add] : [], singleKeys);
}
