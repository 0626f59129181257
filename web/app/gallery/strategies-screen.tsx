import { StrategiesView, type StrategiesViewProps } from "~/strategies/strategies-view";
import { StrategyView } from "~/strategies/strategy-view";
import { withCommon } from "./common-states";
import { sampleRuns, sampleStrategy } from "./sample-topics";

const archivedStrategy = { ...sampleStrategy, isDefault: false, archivedAt: "2026-11-20T09:00:00Z" };

const shared: StrategiesViewProps = {
  businesses: [{ id: "biz_1", name: "Northwind Coffee" }],
  business: { id: "biz_1", name: "Northwind Coffee" },
  strategies: [sampleStrategy, { ...sampleStrategy, id: "str_2", name: "Home brewers", isDefault: false }],
  archived: false,
  mayWrite: true,
  run: sampleRuns.idle,
  topicsTo: "#",
  businessesTo: "#",
};

export const strategiesScreen = withCommon("Strategies", "see strategies", {
  success: () => <StrategiesView {...shared} />,
  empty: () => <StrategiesView {...shared} strategies={[]} />,
  running: () => <StrategiesView {...shared} run={sampleRuns.running} />,
  failed: () => <StrategiesView {...shared} run={sampleRuns.failed} />,
  archived: () => <StrategiesView {...shared} archived strategies={[archivedStrategy]} />,
  "archived-empty": () => <StrategiesView {...shared} archived strategies={[]} />,
  "no-business": () => <StrategiesView {...shared} business={null} businesses={[]} strategies={[]} />,
  "read-only": () => <StrategiesView {...shared} mayWrite={false} />,
});

export const strategyScreen = withCommon("Strategy", "see this strategy", {
  success: () => <StrategyView strategy={sampleStrategy} mayWrite listTo="#" />,
  new: () => <StrategyView mayWrite listTo="#" />,
  archived: () => <StrategyView strategy={archivedStrategy} mayWrite listTo="#" />,
  "read-only": () => <StrategyView strategy={sampleStrategy} mayWrite={false} listTo="#" />,
});
