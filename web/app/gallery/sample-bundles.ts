import type { BundleHead, PieceKind, PieceLine, PieceStatus, Progress } from "~/bundles/bundle";
import { createBundleStore } from "~/bundles/bundle-live";
import type { BundleLine } from "~/bundles/bundles-view";
import type { Estimate } from "~/bundles/order-estimate";

export const sampleBundle: BundleHead = {
  id: "bdl_1",
  name: "Spring launch",
  businessName: "Northwind Coffee",
  status: "generating",
  timePeriod: "Spring 2027",
  periodStart: "2027-03-01",
  periodEnd: "2027-05-31",
  estimatedCostMicros: 6_000_000,
  isArchived: false,
};

const titles: Record<PieceKind, string[]> = {
  blog_post: [
    "How roasters choose beans",
    "Five mistakes in cold brew",
    "What “single origin” tells you, and what not",
  ],
  social_post: ["Water first", "A bloom takes thirty seconds", "Ask your roaster for the date"],
  content_upgrade: ["The brewing chart for your kitchen wall"],
  email_sequence: ["Welcome to better mornings"],
  email: ["Your first bag", "Grind, then boil"],
};

const channels = ["linkedin", "instagram", "x"];

function piecesOf(kind: PieceKind, count: number, statusOf: (index: number) => PieceStatus): PieceLine[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `pce_${kind}_${index}`,
    kind,
    title: titles[kind][index % titles[kind].length] ?? "",
    status: statusOf(index),
    channel: kind === "social_post" ? (channels[index % 3] ?? "x") : kind === "email" ? "email" : "site",
    reason: statusOf(index) === "failed" ? "The answer was cut off twice. Try again in a moment." : null,
    updatedAt: "2026-11-21T09:00:00.000Z",
  }));
}

const underWay = [
  ...piecesOf("blog_post", 12, (index) => (index < 7 ? "ready" : index < 9 ? "generating" : "queued")),
  ...piecesOf("social_post", 365, (index) =>
    index % 60 === 5 ? "failed" : index < 197 ? "ready" : "queued",
  ),
  ...piecesOf("content_upgrade", 2, (index) => (index === 0 ? "ready" : "queued")),
  ...piecesOf("email_sequence", 2, () => "queued"),
  ...piecesOf("email", 12, () => "queued"),
];

const written = underWay.map((piece, index) =>
  piece.status === "failed"
    ? piece
    : { ...piece, status: index < 3 ? ("approved" as const) : ("ready" as const) },
);

const progress: Progress = { ready: 200, failed: 7, total: 393, costMicros: 1_840_000, etaSeconds: 190 };

const words =
  "The first is water. Most of what is in the cup is water, and most of it comes from a tap that was never asked. " +
  "Taste it cold, then warm; if it tastes of anything, the coffee will too.";

export function storeUnderWay() {
  const store = createBundleStore(underWay, progress);
  const event = { kind: "event", event: "piece.text", at: "2026-11-21T09:00:01.000Z" } as const;
  store.hear({ ...event, data: { pieceId: "pce_blog_post_7", text: words, offset: 0 } });
  return store;
}

export function storeWritten() {
  return createBundleStore(written, { ...progress, ready: 386, costMicros: 5_900_000, etaSeconds: null });
}

export function storeEmpty() {
  return createBundleStore([], { ready: 0, failed: 0, total: 36, costMicros: 0, etaSeconds: null });
}

export const sampleBusinesses = [
  { id: "biz_1", name: "Northwind Coffee" },
  { id: "biz_2", name: "Northwind Tea" },
];

export const sampleBundleLines: BundleLine[] = [
  { ...sampleBundle, ready: 200, total: 393, costMicros: 1_840_000 },
  {
    ...sampleBundle,
    id: "bdl_2",
    name: "Winter: what to drink when it is dark at four",
    timePeriod: "",
    status: "ready",
    ready: 48,
    total: 48,
    costMicros: 712_000,
  },
  {
    ...sampleBundle,
    id: "bdl_3",
    name: "Cold brew season",
    status: "planned",
    ready: 0,
    total: 15,
    costMicros: 0,
  },
  {
    ...sampleBundle,
    id: "bdl_4",
    name: "Gift guide",
    status: "partial",
    ready: 29,
    total: 36,
    costMicros: 9_000,
  },
];

export const sampleEstimate: Estimate = {
  pieces: 15,
  uses: 15,
  costMicros: 480_000,
  byKind: [
    { kind: "blog_post", count: 2, uses: 2, costMicros: 210_000 },
    { kind: "social_post", count: 8, uses: 8, costMicros: 90_000 },
    { kind: "content_upgrade", count: 1, uses: 1, costMicros: 80_000 },
    { kind: "email_sequence", count: 1, uses: 1, costMicros: 30_000 },
    { kind: "email", count: 3, uses: 3, costMicros: 70_000 },
  ],
  plan: { limit: 500, remaining: 480, remainingAfter: 465, fits: true, resetsAt: "2026-12-01T00:00:00.000Z" },
};

export const sampleTopics = [
  {
    id: "top_1",
    title: "Why your coffee tastes different at work",
    subheader: "Water, and what to do about it",
  },
  { id: "top_2", title: "How to read a bag of beans", subheader: "Six words that matter" },
  { id: "top_3", title: "Cold brew without a machine", subheader: "" },
];
