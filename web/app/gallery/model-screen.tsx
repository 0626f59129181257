import type { ScoringModel, WinProbability } from "~/scoring/model";
import { ModelView } from "~/scoring/model-view";
import { WinCardView } from "~/scoring/win-card";
import { withCommon } from "./common-states";

const learned: ScoringModel = {
  state: "in_use",
  reason: null,
  version: 4,
  won: 134,
  lost: 271,
  neededOfEach: 50,
  trainedAt: "2026-11-20T02:10:00Z",
  isApplying: false,
  features: [
    { key: "source", sourceId: "lsr_1", weight: 0.57 },
    { key: "source", sourceId: "lsr_2", weight: -0.44 },
    { key: "value", sourceId: null, weight: 0.39 },
    { key: "company", sourceId: null, weight: -0.26 },
  ],
  metrics: {
    auc: 0.74,
    brier: 0.205,
    baselineBrier: 0.245,
    trainedOn: 324,
    testedOn: 81,
    testedFrom: "2026-09-03T08:00:00Z",
    bins: [0.17, 0.26, 0.34, 0.43, 0.61].map((expected, index) => ({
      expected,
      actual: [0.12, 0.19, 0.38, 0.5, 0.65][index] ?? 0,
      leads: index === 4 ? 13 : 17,
    })),
  },
};

const off: ScoringModel = {
  ...learned,
  state: "off",
  reason: "too_few_won",
  won: 12,
  lost: 31,
  features: [],
  metrics: null,
};

const chance: WinProbability = {
  state: "in_use",
  reason: null,
  version: 4,
  probability: 0.52,
  logOdds: 0.08,
  base: -0.62,
  contributions: [
    { group: "source", effect: 0.81 },
    { group: "value", effect: -0.18 },
    { group: "company", effect: 0.07 },
  ],
};

const shared = { sources: { lsr_1: "Recommendation", lsr_2: "Cold brew checklist" }, mayTrain: true };

export const modelScreen = withCommon("Win probability", "see what was learned", {
  success: () => <ModelView {...shared} model={learned} />,
  off: () => <ModelView {...shared} model={off} />,
  "read-only": () => <ModelView {...shared} model={{ ...off, reason: "not_better" }} mayTrain={false} />,
  card: () => (
    <div className="max-w-sm">
      <h1 className="mb-3 text-20 font-semibold">Ada Lovelace</h1>
      <WinCardView read={{ state: "ready", value: { chance } }} again={() => undefined} />
    </div>
  ),
});
