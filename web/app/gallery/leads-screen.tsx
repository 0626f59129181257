import { LeadsView, type LeadsViewProps } from "~/leads/leads-view";
import { LeadPanel } from "~/leads/page/lead-panel";
import { everybody, nobody } from "~/leads/table/selection";
import { plainState, type SavedView } from "~/leads/views/address";
import { withCommon } from "./common-states";
import {
  readOnlyHouse,
  sampleHouse,
  sampleLead,
  sampleLeadActs,
  sampleLeads,
  sampleStages,
} from "./sample-leads";

const nothing = () => undefined;

const views: SavedView[] = [
  {
    id: "view_1",
    name: "Large orders",
    visibility: "shared",
    isMine: true,
    filter: { field: "value", operator: "at_least", value: 500_000 },
    sort: "-value",
    group: null,
    columns: [],
  },
];
const rows = {
  of: "",
  rows: sampleLeads,
  nextCursor: null,
  count: { value: sampleLeads.length, isExact: true },
  groups: null,
};

const shared: LeadsViewProps = {
  house: sampleHouse,
  fields: [{ name: "value", label: "Value", type: "number" }],
  views,
  view: null,
  firstView: "",
  search: new URLSearchParams(),
  q: "",
  state: plainState,
  rows,
  closed: new Set(),
  selection: nobody,
  run: null,
  opened: null,
  cells: { mayWrite: true, editing: null, edit: nothing, change: nothing },
  acts: {
    search: nothing,
    state: nothing,
    view: nothing,
    more: nothing,
    choose: nothing,
    chooseAll: nothing,
    chooseNobody: nothing,
    open: nothing,
    toggleGroup: nothing,
    bulk: nothing,
  },
  base: "#",
  formsTo: "#",
};
const empty = { ...rows, rows: [], count: { value: 0, isExact: true } };
const grouped = sampleStages.map(({ id }) => ({ key: id, count: 1 }));
const run = {
  id: "blk_1",
  kind: "stage",
  status: "running" as const,
  total: 4_200,
  done: 1_300,
  changed: 1_300,
  failed: 0,
  errorMessage: null,
};

export const leadsScreen = withCommon("Leads", "see leads", {
  success: () => <LeadsView {...shared} />,
  empty: () => <LeadsView {...shared} rows={empty} />,
  "nothing-found": () => <LeadsView {...shared} rows={empty} q="zoe" />,
  filtered: () => (
    <LeadsView
      {...shared}
      view={views[0] ?? null}
      search={new URLSearchParams("view=view_1&sort=name")}
      state={{ ...plainState, filter: views[0]?.filter ?? null, sort: "-value" }}
    />
  ),
  grouped: () => (
    <LeadsView
      {...shared}
      state={{ ...plainState, group: "stage" }}
      rows={{ ...rows, groups: grouped }}
      closed={new Set(["stg_2"])}
    />
  ),
  chosen: () => <LeadsView {...shared} selection={everybody} />,
  running: () => <LeadsView {...shared} run={run} />,
  editing: () => (
    <LeadsView {...shared} cells={{ ...shared.cells, editing: { id: "lead_1", key: "value" } }} />
  ),
  panel: () => (
    <LeadsView
      {...shared}
      opened="lead_0"
      panel={<LeadPanel line={null} lead={sampleLead} acts={sampleLeadActs} pageTo="#" closeTo="#" />}
    />
  ),
  "panel-loading": () => (
    <LeadsView
      {...shared}
      opened="lead_1"
      panel={
        <LeadPanel line={sampleLeads[1] ?? null} lead={null} acts={sampleLeadActs} pageTo="#" closeTo="#" />
      }
    />
  ),
  "read-only": () => (
    <LeadsView
      {...shared}
      house={readOnlyHouse}
      cells={{ ...shared.cells, mayWrite: false }}
      formsTo={undefined}
    />
  ),
});
