import type { AnalysisFact, WebsiteAnalysis } from "~/businesses/website";

export const sampleAnalysis: WebsiteAnalysis = {
  id: "ana_1",
  businessId: "biz_1",
  url: "https://www.northwind-coffee.test/",
  status: "completed",
  failure: null,
  pages: [
    { url: "https://www.northwind-coffee.test/", title: "Northwind Coffee — roasted today", bytes: 18_204 },
    { url: "https://www.northwind-coffee.test/about", title: "About us", bytes: 9_120 },
    { url: "https://www.northwind-coffee.test/pricing", title: "Subscriptions", bytes: 7_311 },
  ],
  extract: {
    title: "Northwind Coffee — roasted today",
    description: "A small roastery that posts coffee the day it is roasted.",
    language: "en",
    headings: ["Roasted today, posted today."],
    colors: ["#1d3b36", "#b45309"],
    logoUrl: "https://www.northwind-coffee.test/logo.svg",
    logo: null,
    contact: { emails: ["hello@northwind.test"], phones: [], addresses: ["Pier 14, Bergen, NO"] },
    socialAccounts: ["https://www.linkedin.com/company/northwind"],
    prices: ["A bag costs €14."],
    proof: ["94 % of our parcels arrive within three days."],
    structured: [],
  },
  proposal: {
    description: "A small roastery that posts coffee the day it is roasted.",
    targetAudience: "People who brew at home, and offices that are tired of bitter filter coffee.",
    brandKeywords: ["fresh coffee", "roasting date"],
    brandColors: { primary: "#1d3b36", secondary: "#b45309" },
  },
  generationId: "gen_1",
  appliedAt: null,
  startedAt: "2026-11-20T09:00:00Z",
  completedAt: "2026-11-20T09:00:08Z",
  createdAt: "2026-11-20T09:00:00Z",
};

const shared = {
  analysisId: "ana_1",
  businessId: "biz_1",
  confidence: 0.8,
  updatedAt: "2026-11-20T09:00:08Z",
};

export const sampleFacts: AnalysisFact[] = [
  {
    ...shared,
    id: "afc_1",
    kind: "offer",
    statement: "They roast twice a week and post the same day.",
    sentence: "We roast twice a week, post on the same day, and print the date on every bag.",
    url: "https://www.northwind-coffee.test/",
    status: "proposed",
  },
  {
    ...shared,
    id: "afc_2",
    kind: "proof",
    statement: "94 % of our parcels arrive within three days of roasting.",
    sentence: "94 % of our parcels arrive within three days of roasting.",
    url: "https://www.northwind-coffee.test/",
    status: "accepted",
  },
  {
    ...shared,
    id: "afc_3",
    kind: "price",
    statement: "A bag costs €14.",
    sentence: "A bag costs €14 with shipping.",
    url: "https://www.northwind-coffee.test/pricing",
    status: "rejected",
  },
];
