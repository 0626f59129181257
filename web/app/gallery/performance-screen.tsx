import type { Figures } from "~/performance/performance";
import { PerformanceView, type PerformanceViewProps } from "~/performance/performance-view";
import { withCommon } from "./common-states";

const figures: Figures = {
  created: 148,
  qualified: 61,
  converted: 22,
  lost: 31,
  conversionRate: 0.415,
  revenue: [{ currency: "eur", amount: 4_812_000, deals: 22, dealSize: 218_727 }],
  cycleSeconds: 1_987_200,
  responseSeconds: 15_480,
};
const nothing: Figures = {
  created: 0,
  qualified: 0,
  converted: 0,
  lost: 0,
  conversionRate: null,
  revenue: [],
  cycleSeconds: null,
  responseSeconds: null,
};
const page: PerformanceViewProps = {
  span: 90,
  countedAt: "2027-01-04T03:12:00Z",
  isRunning: false,
  total: figures,
  before: { ...figures, created: 120, converted: 25 },
  members: [
    { ...figures, key: "usr_1", name: "Mateus Silva" },
    { ...nothing, created: 9, key: "nobody", name: "Nobody" },
  ],
  teams: [{ ...figures, key: "team_1", name: "Wholesale" }],
  bars: [12, 18, 9, 22, 15, 20].map((created, at) => ({
    from: `2026-12-0${at + 1}`,
    to: `2026-12-0${at + 1}`,
    created,
    converted: Math.floor(created / 4),
  })),
};

export const performanceScreen = withCommon("Performance", "see performance", {
  success: () => <PerformanceView {...page} />,
  empty: () => (
    <PerformanceView {...page} countedAt={null} total={nothing} members={[]} teams={[]} bars={[]} />
  ),
  "quiet-time": () => <PerformanceView {...page} total={nothing} members={[]} teams={[]} bars={[]} />,
});
