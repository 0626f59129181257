import { TZDate } from "@date-fns/tz";
import type { BatchItem } from "drizzle-orm/batch";
import type { Id } from "../ids";
import { type Brief, contentBundles } from "../schema/cell/bundles";
import { journeyEdges } from "../schema/cell/content";
import { jobs } from "../schema/cell/spine";
import { type Ground, newId } from "./people";
import { type Around, pieceRows, type Standing } from "./pieces";
import { journey } from "./pieces-journey";

export const bundleName = "Spring cold brew";

const day = 86_400_000;
const counts = { blogPosts: 3, socialPosts: 12, contentUpgrades: 1, emailSequences: 1 };
const written = 20;

type Order = Omit<Around, "bundleId" | "standing"> & { owner: Id<"user">; today: number };
type Rows = BatchItem<"sqlite">[];

/** Written nine days ago; since then one article and one post were approved, and another post has its time. */
export function bundleRows(
  ground: Ground,
  order: Order,
): { id: Id<"bundle">; approved: Id<"piece">[]; rows: Rows } {
  const id = newId(ground, "bundle");
  const scheduledFor = nextTuesday(order.today);
  const approval = { approvedAt: order.today - 2 * day, approvedBy: order.owner };
  const standing = new Map<string, Standing>([
    ["first-jar", approval],
    ["instagram-ratio", approval],
    ["linkedin-office", { ...approval, scheduledFor }],
  ]);
  const pieces = pieceRows(ground, { ...order, bundleId: id, standing });
  const idOf = (name: string) => pieces.ids.get(name) ?? newId(ground, "piece");
  const rows = [
    bundleRow(ground, order, id),
    ...pieces.rows,
    ...edgeRows(ground, order, id, idOf),
    publication(order, idOf("linkedin-office"), scheduledFor, ground),
  ];
  return { id, approved: [...standing.keys()].map(idOf), rows };
}

function bundleRow(
  ground: Ground,
  { organizationId, businessId, strategyId, topics, today }: Order,
  id: Id<"bundle">,
) {
  const brief: Brief = {
    counts,
    platforms: ["linkedin", "instagram", "x", "facebook", "threads", "bluesky"],
    emailsPerSequence: 3,
    topicIds: [...topics.values()].slice(0, 5),
    notes: "Nothing that needs a machine. One thing to change at a time.",
  };
  const start = nextTuesday(today) - day;
  return ground.control.insert(contentBundles).values({
    id,
    organizationId,
    businessId,
    strategyId,
    name: bundleName,
    status: "ready",
    timePeriod: "Six weeks of spring",
    periodStart: dateOf(start),
    periodEnd: dateOf(start + 41 * day),
    generationDate: dateOf(ground.now),
    brief,
    pieceCount: written,
    readyCount: written,
    run: 1,
    startedAt: ground.now,
    completedAt: ground.now + 184_000,
    createdAt: ground.now - 600_000,
    updatedAt: ground.now + 184_000,
  });
}

function edgeRows(
  ground: Ground,
  { organizationId, businessId }: Order,
  bundleId: Id<"bundle">,
  idOf: (name: string) => Id<"piece">,
): Rows {
  return journey.map(([from, to, ctaText]) =>
    ground.control.insert(journeyEdges).values({
      id: newId(ground, "edge"),
      organizationId,
      businessId,
      bundleId,
      fromPieceId: idOf(from),
      toPieceId: idOf(to),
      ctaText,
      createdAt: ground.now,
      updatedAt: ground.now,
    }),
  );
}

/** The promise that goes with a place in the calendar. */
function publication({ organizationId }: Order, pieceId: Id<"piece">, at: number, ground: Ground) {
  return ground.control.insert(jobs).values({
    id: newId(ground, "job"),
    organizationId,
    queue: "delivery",
    type: "publishing.due",
    payload: { pieceId, at },
    maxAttempts: 5,
    runAt: at,
    requestId: "demo-world",
    createdAt: ground.now,
  });
}

/** At half past eight in Bergen, and at least a day away. */
function nextTuesday(today: number): number {
  const date = new TZDate(today + day, "Europe/Oslo");
  date.setDate(date.getDate() + ((9 - date.getDay()) % 7));
  date.setHours(8, 30, 0, 0);
  return date.getTime() <= today + day ? date.getTime() + 7 * day : date.getTime();
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
