import { Page } from "~/components/page";
import { RulePanelView } from "~/scoring/rule-panel";
import {
  draftOf,
  newDraft,
  type ScoringPreview,
  type ScoringRule,
  type ScoringSettings,
} from "~/scoring/rule";
import { RulesView } from "~/scoring/rules-view";
import type { AskableField } from "~/conditions/group";
import type { ScoreAnswer } from "~/scoring/score";
import { ScoreCardView } from "~/scoring/score-card";
import { withCommon } from "./common-states";

const at = "2027-01-05T09:00:00Z";
const shared = {
  isActive: true,
  isBroken: false,
  isHidden: false,
  group: null,
  withinDays: null,
  createdAt: at,
  updatedAt: at,
};
const still = { ...shared, kind: "property" as const, signals: [], repeatLimit: 1, decayDays: null };

const fields: AskableField[] = [
  { name: "jobTitle", label: "Job title", type: "text" },
  { name: "companyName", label: "Company", type: "text" },
];

const rules: ScoringRule[] = [
  {
    ...still,
    id: "scr_1",
    name: "Leads or decides",
    axis: "fit",
    points: 12,
    position: 0,
    condition: { field: "jobTitle", operator: "contains", value: "owner" },
  },
  {
    ...still,
    id: "scr_2",
    name: "Works at a competitor",
    axis: "fit",
    points: -40,
    position: 1,
    isActive: false,
    condition: { field: "companyName", operator: "equals", value: "Other Roasters" },
  },
  {
    ...shared,
    id: "scr_3",
    name: "Read a page",
    axis: "engagement",
    kind: "event",
    points: 2,
    position: 2,
    condition: null,
    signals: ["view"],
    repeatLimit: 8,
    decayDays: 30,
    group: "Browsing",
  },
];

const settings: ScoringSettings = {
  groups: [{ name: "Browsing", cap: 12 }],
  fitMax: 50,
  engagementMax: 50,
  warmAt: 30,
  hotAt: 60,
  hysteresis: 3,
  revision: 4,
  run: null,
};
const running = { ...settings, run: { total: 600, done: 300, changed: 41, startedAt: at, finishedAt: null } };
const view = { rules, settings, fields, mayWrite: true, base: "#", modelTo: "#", onMove: () => undefined };

const preview: ScoringPreview = {
  id: "spv_1",
  status: "completed",
  total: 600,
  done: 600,
  isSample: false,
  raised: 240,
  lowered: 3,
  changedBand: 212,
  moves: [
    { from: "cold", to: "warm", leads: 170 },
    { from: "warm", to: "hot", leads: 42 },
  ],
  examples: [],
  createdAt: at,
  finishedAt: at,
};

const panel = { fields, groups: ["Browsing"], closeTo: "?state=success", previewTo: "#", onChange: () => {} };
const [first, , third] = rules;

export const scoringScreen = withCommon("Lead scoring", "see how leads are scored", {
  success: () => <RulesView {...view} settings={running} />,
  "read-only": () => <RulesView {...view} mayWrite={false} />,
  empty: () => <RulesView {...view} rules={[]} />,
  panel: () => (
    <RulesView
      {...view}
      panel={
        <RulePanelView
          {...panel}
          rule={third ?? null}
          draft={third ? draftOf(third) : newDraft("event")}
          tried={{ state: "told", preview }}
        />
      }
    />
  ),
  "panel-new": () => (
    <RulesView
      {...view}
      panel={<RulePanelView {...panel} rule={null} draft={newDraft("property")} tried={{ state: "none" }} />}
    />
  ),
});

const reason = { kind: "rule" as const, axis: "fit" as const, dimension: "demographic" as const };
const seen = { fields: [], signal: "view" as const, linkId: null, formId: null };

const answer: ScoreAnswer = {
  score: {
    leadId: "lead_1",
    score: 62,
    fit: 12,
    engagement: 50,
    band: "hot",
    confidence: 0.72,
    modelVersion: "rules/4",
    dimensions: { demographic: 12, behavioral: 58, temporal: 0, conversational: 0, limits: -8 },
    factors: [
      { ...reason, name: "Leads or decides", points: 12, ruleId: first?.id ?? "", evidence: null },
      ...[11, 9].map((points, place) => ({
        ...reason,
        axis: "engagement" as const,
        name: "Read a page",
        points,
        ruleId: "scr_3",
        evidence: { ...seen, id: `evt_${place}`, at, title: "Prices", pieceId: place === 0 ? "pce_1" : null },
      })),
      { ...reason, axis: "engagement", name: "Sent a form", points: 38, ruleId: "scr_4", evidence: null },
      {
        ...reason,
        kind: "axis_limit",
        axis: "engagement",
        name: "engagement",
        points: -8,
        ruleId: null,
        dimension: "limits",
        evidence: null,
      },
    ],
    missing: [{ ruleId: "scr_5", name: "Has a budget", points: 10, fields: ["budget"] }],
    override: null,
    computedAt: at,
    changesAt: null,
  },
  past: [{ at: "2026-12-20T09:00:00Z", score: 41 }],
  pieces: { pce_1: "Five mistakes in cold brew" },
  piecesTo: "#",
  rulesTo: "#",
  mayWrite: true,
};

const card = { again: () => {}, put: () => {}, address: "#" };
const setByHand = { score: 90, note: "Met the owner at the fair", by: null, at, expiresAt: null };

function Sample({ read }: Pick<Parameters<typeof ScoreCardView>[0], "read">) {
  return (
    <Page title="Score of a lead">
      <div className="max-w-80">
        <ScoreCardView {...card} read={read} />
      </div>
    </Page>
  );
}

const byHand = { ...answer, score: { ...answer.score, override: setByHand } };

export const leadScoreScreen = {
  name: "Score of a lead",
  states: {
    success: () => <Sample read={{ state: "ready", value: answer }} />,
    "by-hand": () => <Sample read={{ state: "ready", value: byHand }} />,
    loading: () => <Sample read={{ state: "loading" }} />,
    error: () => <Sample read={{ state: "failed" }} />,
  },
};
