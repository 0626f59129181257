import { firstChoices, type LeadImport, type Preview } from "~/imports/import";
import { ImportsView, type ImportsViewProps } from "~/imports/imports-view";
import { MapView, type MapViewProps } from "~/imports/map-view";
import { ReportView } from "~/imports/report-view";
import { withCommon } from "./common-states";
import { sampleHouse } from "./sample-leads";

const nothing = () => undefined;
const now = Date.parse("2027-03-28T09:00:00Z");

const ready: LeadImport = {
  id: "imp_1",
  fileName: "Trade fair Bergen 2027.csv",
  status: "ready",
  bytes: 48_211,
  encoding: "windows-1252",
  separator: ";",
  rows: 1204,
  columns: [
    { column: 0, name: "Vorname", samples: ["Ingrid", "Jørgen"], to: "firstName" },
    { column: 1, name: "Nachname", samples: ["Solberg", "Åsen"], to: "lastName" },
    { column: 2, name: "E-Mail", samples: ["ingrid@fjordlys.example"], to: "email" },
    { column: 3, name: "Stand", samples: ["B12", "C4"], to: null },
  ],
  suggested: { hasHeader: true, decimal: "comma", dates: "dmy" },
  duplicates: null,
  automations: false,
  done: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  failed: 0,
  removed: 0,
  restored: 0,
  kept: 0,
  errorMessage: null,
  requestedBy: "usr_1",
  createdAt: "2027-03-28T08:55:00Z",
  startedAt: null,
  finishedAt: null,
  undoUntil: null,
  undoneBy: null,
};

const running: LeadImport = {
  ...ready,
  status: "running",
  columns: [],
  duplicates: "update",
  done: 740,
  created: 690,
  updated: 38,
  failed: 12,
  startedAt: "2027-03-28T08:57:00Z",
};
const completed: LeadImport = {
  ...running,
  status: "completed",
  done: 1204,
  created: 1130,
  updated: 51,
  skipped: 8,
  failed: 15,
  finishedAt: "2027-03-28T08:58:00Z",
  undoUntil: "2027-04-04T08:58:00Z",
};

const preview: Preview = {
  looked: 250,
  counts: { create: 243, update: 5, skip: 0, refuse: 2 },
  rows: [
    {
      row: 2,
      does: "create",
      leadId: null,
      values: { firstName: "Ingrid", lastName: "Solberg", email: "ingrid@fjordlys.example" },
      errors: [],
    },
    {
      row: 3,
      does: "refuse",
      leadId: null,
      values: { firstName: "Jørgen", email: "jørgen at åsen" },
      errors: [{ field: "email", detail: "Give an email address" }],
    },
  ],
};

const list: ImportsViewProps = {
  imports: [
    { ...running, by: "Inés Moreno", takenBackBy: null },
    {
      ...completed,
      id: "imp_2",
      fileName: "Newsletter.csv",
      status: "undone",
      by: "An API key",
      takenBackBy: "Inés Moreno",
    },
  ],
  upload: { state: "idle" },
  leadsTo: "#",
  onFile: nothing,
  onCancel: nothing,
};
const map: MapViewProps = {
  file: ready,
  house: sampleHouse,
  choices: firstChoices(ready, "eur"),
  onChoices: nothing,
  preview: { preview },
  importsTo: "#",
};

export const leadImportsScreen = withCommon("Import leads", "import leads", {
  success: () => <ImportsView {...list} />,
  empty: () => <ImportsView {...list} imports={[]} />,
  sending: () => <ImportsView {...list} upload={{ state: "sending", name: "Leads.csv", share: 0.4 }} />,
  refused: () => (
    <ImportsView
      {...list}
      upload={{ state: "refused", message: "Row 17: A row has more than 300 columns." }}
    />
  ),
  mapping: () => <MapView {...map} />,
  running: () => <ReportView file={running} mayUndo now={now} leadsTo="#" />,
  report: () => <ReportView file={completed} mayUndo now={now} leadsTo="#" />,
  undone: () => (
    <ReportView
      file={{ ...completed, status: "undone", removed: 1128, restored: 50, kept: 3 }}
      mayUndo
      now={now}
      leadsTo="#"
    />
  ),
});
