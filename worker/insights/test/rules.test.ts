import { describe, expect, it } from "vitest";
import { findInsights } from "../pure/find";
import { day, hour, type Known, type KnownConversation } from "../pure/known";

const now = Date.UTC(2027, 2, 10, 12);
const nothing: Known = {
  now,
  lead: {
    id: "lead_1",
    status: "contacted",
    createdAt: now - 10 * day,
    stageSince: now - 5 * day,
    assignedTo: null,
    lastContactedAt: now - 2 * day,
    lastActivityAt: now - 2 * day,
    nextFollowUpAt: now + day,
  },
  conversations: [],
  openTasks: [],
  done: [],
  touches: [],
  further: [],
};
const lead = (more: Partial<Known["lead"]>) => ({ lead: { ...nothing.lead, ...more } });

const talk = (more: Partial<KnownConversation> = {}): KnownConversation => ({
  id: "con_1",
  at: now - 3 * day,
  channel: "phone",
  direction: "inbound",
  sentiment: null,
  intent: null,
  buyingSignals: [],
  competitors: [],
  ...more,
});
const says = (kind: string) => talk({ buyingSignals: [{ kind, confidence: 0.65 }] });
const visits = (hoursAgo: number[]) =>
  hoursAgo.map((ago, index) => ({ id: `tch_${index}`, words: "Came directly", at: now - ago * hour }));

const found = (more: Partial<Known>) =>
  findInsights({ ...nothing, ...more }).map(
    ({ type, finding, priority }) => `${type} ${finding} ${priority}`,
  );

describe("what is found out about a lead", () => {
  it.each<[string, Partial<Known>, string[]]>([
    ["nothing where all is as it should be", {}, []],
    [
      "a sign, and what to do about it",
      { conversations: [says("asks_price")], ...lead({ lastContactedAt: null }) },
      ["next_best_action follow_asks_price 2", "buying_signal asks_price 2"],
    ],
    [
      "a sign that was answered since",
      { conversations: [says("asks_contract")] },
      ["buying_signal asks_contract 3"],
    ],
    [
      "no sign in our own words",
      { conversations: [{ ...says("asks_price"), channel: "email", direction: "outbound" }] },
      [],
    ],
    ["no sign of last season", { conversations: [{ ...says("asks_price"), at: now - 31 * day }] }, []],
    [
      "who else they talk to",
      { conversations: [talk({ competitors: [{ text: "Bean Brothers", confidence: 0.7 }] })] },
      ["competitive_threat bean brothers 2"],
    ],
    ["three visits in a week", { touches: visits([20, 50, 90]) }, ["buying_signal comes_back 1"]],
    ["one visit of many pages", { touches: visits([20.1, 20.2, 20.3]) }, []],
    [
      "an unanswered mail of today",
      { conversations: [talk({ channel: "email", at: now - hour })] },
      ["next_best_action answer 2"],
    ],
    [
      "an unanswered mail of the day before",
      { conversations: [talk({ channel: "email", at: now - 30 * hour })] },
      ["next_best_action answer 3"],
    ],
    [
      "displeasure, until newer words say otherwise",
      {
        conversations: [
          talk({ at: now - day, sentiment: { overall: "positive", confidence: 0.8 } }),
          talk({ sentiment: { overall: "negative", confidence: 0.8 } }),
        ],
      },
      [],
    ],
    [
      "displeasure",
      { conversations: [talk({ sentiment: { overall: "negative", confidence: 0.8 } })] },
      ["next_best_action win_displeased 2", "churn_risk displeased 2"],
    ],
    [
      "a no",
      {
        conversations: [
          talk({
            sentiment: { overall: "neutral", confidence: 0 },
            intent: { primary: "decline", urgency: "low", confidence: 0.65 },
          }),
        ],
      },
      ["next_best_action win_declines 2", "churn_risk declines 2"],
    ],
    [
      "silence",
      lead({ nextFollowUpAt: null, lastActivityAt: now - 20 * day }),
      ["next_best_action win_quiet 1", "churn_risk quiet 1"],
    ],
    [
      "silence after a proposal",
      lead({ status: "proposal", nextFollowUpAt: null, lastActivityAt: now - 12 * day }),
      ["next_best_action win_quiet 2", "churn_risk quiet 2"],
    ],
    ["no silence before a day that is agreed on", lead({ lastActivityAt: now - 40 * day }), []],
    [
      "an overdue task",
      { openTasks: [{ id: "act_1", subject: "Send the offer", dueAt: now - day }] },
      ["next_best_action overdue 2"],
    ],
    ["an overdue follow-up", lead({ nextFollowUpAt: now - hour }), ["next_best_action overdue 2"]],
    [
      "somebody new",
      lead({
        status: "new",
        lastContactedAt: null,
        nextFollowUpAt: null,
        createdAt: now - hour,
        lastActivityAt: now - hour,
      }),
      ["next_best_action first_contact 1"],
    ],
    ["no plan", lead({ nextFollowUpAt: null }), ["next_best_action plan 0"]],
    ["the hours they come", { touches: visits([24, 192, 48.5, 361, 600]) }, ["optimal_contact_time hours 0"]],
    ["no hours where they come at any time", { touches: visits([200, 205, 210, 215, 220, 240]) }, []],
    [
      "what to send",
      { further: [{ touchId: "tch_1", touchedAt: now - day, pieceId: "pce_1", title: "Grind" }] },
      ["content_recommendation pce_1 0"],
    ],
    [
      "nothing of who has bought",
      {
        ...lead({ status: "closed_won" }),
        conversations: [says("asks_price")],
        touches: visits([1, 20, 40]),
      },
      [],
    ],
  ])("is %s", (_, more, expected) => {
    expect(found(more)).toEqual(expected);
  });

  it("always cites what it rests on, is never surer than sure, and is never over already", () => {
    const everything = findInsights({
      ...nothing,
      ...lead({ nextFollowUpAt: null, lastContactedAt: null }),
      conversations: [says("decides"), talk({ competitors: [{ text: "X", confidence: 0.7 }] })],
      touches: visits([1, 20, 40, 60, 80]),
      further: [{ touchId: "tch_1", touchedAt: now, pieceId: "pce_1", title: "Grind" }],
    });
    expect(everything.length).toBeGreaterThan(4);
    for (const { cited, confidence, expiresAt, title } of everything) {
      expect(cited.length).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(expiresAt).toBeGreaterThan(now);
      expect(title).not.toContain("undefined");
    }
  });
});
