import type { BundleHead, PieceKind, PieceLine, PieceStatus, Progress } from "~/bundles/bundle";
import { createBundleStore } from "~/bundles/bundle-live";

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
    excerpt: "",
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
