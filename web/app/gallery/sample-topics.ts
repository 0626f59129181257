import type { Strategy } from "~/strategies/strategy-words";
import type { SuggestionRun } from "~/topics/suggestions";
import type { Topic } from "~/topics/topic";

/** Made-up ideas and plans of one business, for the gallery only. */
const topic: Topic = {
  id: "top_1",
  businessId: "biz_1",
  strategyId: "str_1",
  title: "Why your cold brew tastes flat, and the one number that fixes it",
  subheader: "Ratio, grind and time, in the order in which they matter",
  description: "Begin with the ratio. Then show what two more hours do, and what they do not.",
  keywords: ["cold brew", "ratio"],
  seoKeywords: ["cold brew ratio", "cold brew tastes flat"],
  scenario: {
    name: "The first hot weekend",
    situation: "Somebody made a jar at home and it tastes of water.",
    question: "What did I do wrong?",
    nextStep: "Read the ratio table and order the coarse grind.",
  },
  engagement: { value: 82, reason: "Asked every week from May on, and answered badly elsewhere." },
  difficulty: { value: 34, reason: "Few pages give a number." },
  status: "suggested",
  createdAt: "2026-11-20T09:00:00Z",
  updatedAt: "2026-11-20T09:00:00Z",
};

export const sampleTopics: Topic[] = [
  topic,
  {
    ...topic,
    id: "top_2",
    title: "What a fair price for green coffee is this year",
    subheader: "",
    engagement: { value: 61, reason: "Cafés ask before they sign." },
    difficulty: { value: 70, reason: "Traders and newspapers rank for it." },
    scenario: null,
  },
  {
    ...topic,
    id: "top_3",
    title: "Röstgradunterschiede zwischen Filterkaffeezubereitungen und Espressomaschinenbohnen erklärt",
    engagement: null,
    difficulty: null,
    scenario: null,
  },
];

export const sampleStrategy: Strategy = {
  id: "str_1",
  businessId: "biz_1",
  name: "Cafés that open their second shop",
  goal: "consideration",
  voice: "insider",
  template: "problem-solution",
  length: "standard",
  targetAudience: "Owners of one to three cafés who buy beans themselves",
  contentFocus: "Consistency, training, and what beans cost over a year",
  customerPsychology: {
    decisionMakers: ["The owner", "The head barista has a say"],
    problems: ["The second shop tastes different from the first"],
    searchBehavior: ["wholesale coffee near me", "how to train baristas"],
  },
  scenarios: [
    {
      name: "The first complaint",
      situation: "A regular says that the new shop's espresso is sour.",
      question: "How do I get the same cup in both shops?",
      nextStep: "Book the calibration visit.",
    },
  ],
  isDefault: true,
  archivedAt: null,
  createdAt: "2026-11-18T09:00:00Z",
  updatedAt: "2026-11-20T09:00:00Z",
};

export const sampleRuns: Record<SuggestionRun["status"], SuggestionRun> = {
  idle: { status: "idle", message: null, startedAt: null, costMicros: 9_480, uses: 1 },
  running: {
    status: "running",
    message: null,
    startedAt: "2026-11-21T09:00:00Z",
    costMicros: 9_480,
    uses: 1,
  },
  paused: {
    status: "paused",
    message: "It goes on by itself when the stop is lifted.",
    startedAt: "2026-11-21T09:00:00Z",
    costMicros: 9_480,
    uses: 1,
  },
  failed: {
    status: "failed",
    message: "The writing service answered twice with something that is not what was asked for.",
    startedAt: "2026-11-21T09:00:00Z",
    costMicros: 9_480,
    uses: 1,
  },
};
