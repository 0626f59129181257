import type { River } from "./river-layout";

/** Made up, and said to be: one month of a small coffee roaster. */
export const exampleRiver: River = {
  stages: ["Pieces, by clicks", "Pages and forms", "Leads", "Customers"],
  nodes: [
    { id: "blog", name: "12 blog posts", stage: 0, value: 1_040 },
    { id: "social", name: "60 social posts", stage: 0, value: 860 },
    { id: "checklist", name: "1 checklist", stage: 0, value: 500 },
    { id: "form", name: "Tasting form", stage: 1, value: 690 },
    { id: "guide", name: "Brewing guide", stage: 1, value: 1_310 },
    { id: "leads", name: "Leads", stage: 2, value: 612 },
    { id: "customers", name: "Customers", stage: 3, value: 164, note: "$9,840" },
  ],
  streams: [
    { source: "blog", target: "guide", value: 690 },
    { source: "blog", target: "form", value: 180 },
    { source: "social", target: "guide", value: 430 },
    { source: "social", target: "form", value: 220 },
    { source: "checklist", target: "guide", value: 190 },
    { source: "checklist", target: "form", value: 290 },
    { source: "guide", target: "leads", value: 262 },
    { source: "form", target: "leads", value: 350 },
    { source: "leads", target: "customers", value: 164 },
  ],
  weakest: { node: "guide", words: "4 of 5 leave here: the weakest stretch" },
};
