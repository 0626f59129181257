import { Plus, UsersRound } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import type { AskableField } from "~/conditions/group";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { useNow } from "~/now";
import { HouseContext, NowContext } from "./house";
import type { LeadsHouse } from "./lead";
import { LeadsMenu } from "./leads-menu";
import { BulkBar } from "./table/bulk-bar";
import type { BulkChange, BulkRun } from "./table/bulk";
import { columnsOf, shown as shownOf } from "./table/columns";
import { groupsOf, isGrouping } from "./table/items";
import { LeadTable } from "./table/lead-table";
import type { Rows } from "./table/rows";
import { type Selection, sizeOf } from "./table/selection";
import { type TableActs, TableContext } from "./table/table-context";
import { allLeads, type SavedView, type TableState } from "./views/address";
import { Toolbar } from "./views/toolbar";
import { ViewTabs } from "./views/view-tabs";
import { WidePage } from "./wide-page";

export type LeadsViewProps = {
  house: LeadsHouse;
  fields: readonly AskableField[];
  views: readonly SavedView[];
  view: SavedView | null;
  firstView: string;
  search: URLSearchParams;
  q: string;
  state: TableState;
  rows: Rows;
  closed: ReadonlySet<string>;
  selection: Selection;
  /** Absent where nothing is done with many at once. */
  run?: BulkRun | null;
  opened: string | null;
  cells: TableActs;
  acts: LeadsActs;
  /** Where leads are, such as `/o/northwind/leads`. */
  base: string;
  /** Where a form is made that leads come by; absent for those who may not. */
  formsTo?: string;
  panel?: ReactNode;
};

export type LeadsActs = {
  search(q: string): void;
  state(change: Partial<TableState>): void;
  view(intent: string, fields: Record<string, string>): void;
  more(): void;
  choose(id: string, isRange: boolean): void;
  chooseAll(): void;
  chooseNobody(): void;
  open(id: string): void;
  toggleGroup(key: string): void;
  bulk(change: BulkChange): void;
};

/** All leads, or those of a view: a table that is worked in. */
export function LeadsView(props: LeadsViewProps) {
  const { house, views, view, firstView, search, q, base, panel } = props;
  const addTo = `${base}/new`;
  const now = useNow();
  return (
    <HouseContext.Provider value={house}>
      <WidePage
        title="Leads"
        action={
          <>
            <LeadsMenu house={house} state={props.state} q={q} base={base} />
            {house.mayWrite && (
              <LinkButton
                to={search.size > 0 ? `${addTo}?${search.toString()}` : addTo}
                look="primary"
                preventScrollReset
              >
                <Plus aria-hidden />
                Add lead
              </LinkButton>
            )}
          </>
        }
      >
        <ViewTabs {...{ views, view, firstView, search }} isSearching={q !== ""} act={props.acts.view} />
        <NowContext.Provider value={now}>
          <Table {...props} />
        </NowContext.Provider>
      </WidePage>
      <NowContext.Provider value={now}>{panel}</NowContext.Provider>
    </HouseContext.Provider>
  );
}

function Table(props: LeadsViewProps) {
  const { house, fields, q, state, rows, closed, selection, acts, cells } = props;
  const columns = useMemo(() => columnsOf(house), [house]);
  const shown = useMemo(() => shownOf(state.columns, columns), [state.columns, columns]);
  const by = q === "" && isGrouping(state.group) ? state.group : null;
  const groups = useMemo(
    () => (by && rows.groups ? groupsOf(rows.groups, by, house) : []),
    [by, rows.groups, house],
  );
  const matching = rows.count?.value ?? rows.rows.length;
  const isEmpty = rows.rows.length === 0 && rows.nextCursor === null && groups.length === 0;
  return (
    <TableContext.Provider value={cells}>
      <Toolbar
        q={q}
        state={state}
        fields={fields}
        columns={columns}
        shown={shown}
        count={rows.count}
        onSearch={acts.search}
        onState={acts.state}
      />
      {isEmpty ? (
        <NobodyHere {...props} />
      ) : (
        <LeadTable
          rows={rows.rows}
          columns={shown}
          sort={state.sort}
          by={by}
          groups={groups}
          closed={closed}
          selection={selection}
          hasMore={rows.nextCursor !== null}
          mayChoose={house.mayWrite && props.run !== undefined}
          opened={props.opened}
          matching={matching}
          leadTo={(id) => `${props.base}/${id}`}
          onMore={acts.more}
          onSort={(sort) => acts.state({ sort })}
          onWidth={(key, width) =>
            acts.state({ columns: shown.map((each) => (each.key === key ? { key, width } : pick(each))) })
          }
          onChoose={acts.choose}
          onChooseAll={acts.chooseAll}
          onOpen={acts.open}
          onToggleGroup={acts.toggleGroup}
        />
      )}
      {house.mayWrite && props.run !== undefined && <Bulk {...props} run={props.run} matching={matching} />}
    </TableContext.Provider>
  );
}

function Bulk({
  selection,
  rows,
  run,
  acts,
  matching,
}: LeadsViewProps & { run: BulkRun | null; matching: number }) {
  return (
    <BulkBar
      size={sizeOf(selection, matching)}
      isExact={!selection.isAll || (rows.count?.isExact ?? true)}
      run={run}
      onChange={acts.bulk}
      onClear={acts.chooseNobody}
    />
  );
}

function pick({ key, width }: { key: string; width: number }) {
  return { key, width };
}

function NobodyHere({ q, state, house, base, formsTo, acts, view }: LeadsViewProps) {
  const isNarrow = q !== "" || state.filter !== null || view !== null;
  if (isNarrow)
    return (
      <EmptyState
        icon={UsersRound}
        title={q ? `Nobody is found by “${q}”` : "Nobody is like that"}
        action={
          q ? (
            <Button onClick={() => clearSearch(acts.search)}>Clear search</Button>
          ) : (
            <LinkButton to={`${base}?view=${allLeads}`} onClick={() => acts.state({ filter: null })}>
              Show all leads
            </LinkButton>
          )
        }
      >
        {q
          ? "Each word is looked for at the beginning of names, companies, addresses and notes."
          : "Change the filter, or look at all leads."}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={UsersRound}
      title="Nobody has asked yet"
      action={
        house.mayWrite && (
          <>
            {formsTo && (
              <LinkButton to={formsTo} look="primary">
                Share a form
              </LinkButton>
            )}
            <LinkButton to={`${base}/new`} look={formsTo ? "secondary" : "primary"}>
              Add lead
            </LinkButton>
          </>
        )
      }
    >
      Whoever fills in one of your forms stands here a second later, with how they came and what they wrote.
    </EmptyState>
  );
}

/** The field keeps what is typed by itself, and this button goes with the words: the next ones are typed there. */
function clearSearch(search: (q: string) => void): void {
  const field = document.querySelector<HTMLInputElement>("[data-search]");
  if (field) field.value = "";
  field?.focus();
  search("");
}
