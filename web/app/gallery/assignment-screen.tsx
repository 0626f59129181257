import type { Availability, Rule } from "~/assignment/assignment";
import { type AssignmentAnswer, AssignmentCardView } from "~/assignment/assignment-card";
import { AssignmentView, type AssignmentViewProps } from "~/assignment/assignment-view";
import { AvailabilityPanel } from "~/assignment/availability-panel";
import { RulePanel } from "~/assignment/rule-panel";
import { withCommon } from "./common-states";
import { sampleHouse } from "./sample-leads";

const close = "?state=success";
const { colleagues } = sampleHouse;
const teams = [{ id: "team_1", name: "Wholesale" }];
const fields = [{ name: "value", label: "Value", type: "number" as const }];
const office = [{ from: 540, to: 1020 }];

const rules: Rule[] = [
  {
    id: "asr_1",
    name: "Large orders",
    isActive: true,
    condition: { field: "value", operator: "at_least", value: 500_000 },
    method: "least_loaded",
    userIds: ["usr_1"],
    teamIds: ["team_1"],
    fallbackTo: "usr_2",
    keepsHours: true,
  },
  {
    id: "asr_2",
    name: "Everybody else",
    isActive: false,
    condition: null,
    method: "round_robin",
    userIds: ["usr_1", "usr_2"],
    teamIds: [],
    fallbackTo: null,
    keepsHours: false,
  },
];
const mateus: Availability = {
  userId: "usr_1",
  name: "Mateus Silva",
  takesLeads: true,
  capacity: 40,
  timezone: "Europe/Oslo",
  hours: [office, office, office, office, office, [], []],
  absences: [{ from: "2027-07-05", to: "2027-07-23" }],
  openLeads: 31,
  mayWork: true,
  standing: "free",
};
const ines = { ...mateus, userId: "usr_2", name: "Inés Moreno", capacity: null, hours: null, absences: [] };
const full: AssignmentViewProps = {
  rules,
  people: [mateus, { ...ines, standing: "away" }],
  colleagues,
  teams,
  fields,
  mayConfigure: true,
  mayAssign: true,
  meId: "usr_2",
  onMove: () => undefined,
  base: "#",
};
const panel = { colleagues, teams, fields, closeTo: close };

const answer: AssignmentAnswer = {
  assignedTo: "usr_1",
  assignedAt: "2027-01-04T10:00:00Z",
  why: {
    userId: "usr_1",
    fromUserId: null,
    way: "least_loaded",
    cause: "created",
    ruleName: "Large orders",
    openLeads: 31,
    standings: [
      { userId: "usr_1", standing: "free" },
      { userId: "usr_2", standing: "away" },
    ],
    actorId: null,
    at: "2027-01-04T10:00:00Z",
  },
  history: [],
  people: colleagues,
};

export const assignmentScreen = withCommon("Assignment", "see who gets leads", {
  success: () => <AssignmentView {...full} />,
  empty: () => <AssignmentView {...full} rules={[]} />,
  "read-only": () => <AssignmentView {...full} mayConfigure={false} mayAssign={false} />,
  "panel-rule": () => <AssignmentView {...full} panel={<RulePanel rule={rules[0] ?? null} {...panel} />} />,
  "panel-hours": () => (
    <AssignmentView
      {...full}
      panel={
        <AvailabilityPanel
          person={mateus}
          zones={[{ value: "Europe/Oslo", name: "Europe/Oslo" }]}
          closeTo={close}
        />
      }
    />
  ),
  card: () => (
    <main className="max-w-sm p-4">
      <h1 className="sr-only">A lead</h1>
      <AssignmentCardView read={{ state: "ready", value: answer }} again={() => undefined} />
    </main>
  ),
});
