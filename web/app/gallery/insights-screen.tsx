import type { ReactNode } from "react";
import { Page } from "~/components/page";
import type { Insight } from "~/insights/insight";
import { InsightsCardView } from "~/insights/insights-card-view";
import { HouseContext } from "~/leads/house";
import type { CardState } from "~/leads/page/use-card";
import type { InsightsAnswer } from "~/insights/insight";
import { withCommon } from "./common-states";
import { sampleHouse } from "./sample-leads";

const insight = (more: Partial<Insight> & Pick<Insight, "id" | "type" | "title">): Insight => ({
  leadId: "lead_1",
  finding: more.id,
  description: "They said so once this month.",
  confidence: 0.65,
  priority: "high",
  cited: [{ kind: "conversation", id: "con_1", at: "2027-03-09T09:00:00Z", words: "An email from them" }],
  status: "open",
  decidedBy: null,
  decidedAt: null,
  expiresAt: "2027-04-09T09:00:00Z",
  createdAt: "2027-03-09T09:00:00Z",
  ...more,
});

const insights = [
  insight({ id: "ins_2", type: "buying_signal", title: "Asks the price" }),
  insight({
    id: "ins_1",
    type: "next_best_action",
    title: "Answer their email",
    description: "It has waited for 2 days.",
    priority: "urgent",
    confidence: 0.9,
  }),
  insight({ id: "ins_3", type: "competitive_threat", title: "Also looks at Bean Brothers" }),
  insight({
    id: "ins_4",
    type: "content_recommendation",
    title: "Send “How to grind for a crowd”",
    description: "It follows on what brought them here, and they have not seen it.",
    priority: "low",
    status: "acknowledged",
    cited: [
      {
        kind: "touchpoint",
        id: "tch_1",
        at: "2027-03-01T09:00:00Z",
        words: "Came from LinkedIn, campaign “office-coffee”",
      },
    ],
  }),
];

function onPage(read: CardState<InsightsAnswer>): ReactNode {
  return (
    <Page title="Zoë Nakamura">
      <HouseContext.Provider value={sampleHouse}>
        <div className="max-w-xs">
          <InsightsCardView read={read} again={idle} leadTo="#" onDecide={idle} />
        </div>
      </HouseContext.Provider>
    </Page>
  );
}

const idle = () => undefined;

export const insightsScreen = withCommon("Insights", "see insights", {
  success: () => onPage({ state: "ready", value: { insights } }),
  empty: () => onPage({ state: "ready", value: { insights: [] } }),
  "not-loaded": () => onPage({ state: "failed" }),
});
