import { HomeView } from "~/home/home-view";
import type { Today } from "~/home/today";
import { exampleRiver } from "~/river/example-river";
import { withCommon } from "./common-states";
import { sampleSteps } from "./sample-things";

const figures = {
  created: 84,
  qualified: 40,
  converted: 17,
  lost: 22,
  conversionRate: 0.44,
  revenue: [{ currency: "EUR", amount: 7_480_000, deals: 17, dealSize: 440_000 }],
  cycleSeconds: 3_000_000,
  responseSeconds: 72_000,
};
const today: Today = {
  overdue: 1,
  dueToday: 2,
  untouched: { value: 61, isExact: true },
  newest: [
    { id: "lead_1", name: "Bjørn Sæther", companyName: "Havblikk Logistics", score: 71, createdAt: at(9) },
    { id: "lead_2", name: "Hanne Hansen", companyName: "", score: null, createdAt: at(8) },
  ],
  month: { total: figures, before: { ...figures, created: 61, converted: 11 } },
};
const shared = { organizationName: "Northwind Coffee", home: "/o/northwind-coffee", steps: sampleSteps };

export const homeScreen = withCommon("Home", "see what flows here", {
  success: () => <HomeView {...shared} hidden={false} today={today} river={exampleRiver} />,
  empty: () => <HomeView {...shared} hidden={false} />,
  "nothing-waits": () => (
    <HomeView
      {...shared}
      hidden
      today={{
        ...today,
        overdue: 0,
        dueToday: 0,
        untouched: { value: 0, isExact: true },
        month: null,
      }}
    />
  ),
  "first-run": () => <HomeView {...shared} hidden={false} firstBusinessAt="#" />,
  partial: () => <HomeView {...shared} hidden />,
});

function at(hour: number): string {
  return new Date(Date.UTC(2026, 10, 20, hour)).toISOString();
}
