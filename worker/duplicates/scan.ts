import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { duplicateScans } from "../../db/schema/cell/duplicates";
import { leads } from "../../db/schema/cell/leads";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import { findPairs } from "./candidates";
import { keepSteps } from "./look";

export type Scan = typeof duplicateScans.$inferSelect;

const lotSize = 200;
/** A look that has not moved for so long was given up and may be begun again. */
const restMs = 600_000;

export async function getScan(ctx: Context): Promise<Scan | null> {
  const [scan] = await ctx.db.select().from(duplicateScans).where(isScan(ctx));
  return scan ?? null;
}

/** Looks through all leads, a lot a job: a stop in between loses nothing. */
export async function startScan(ctx: Context): Promise<Scan> {
  authorize(ctx, "leads:contact");
  authorize(ctx, "leads:write");
  const now = ctx.now();
  const fresh = {
    cursor: null,
    looked: 0,
    found: 0,
    startedBy: ctx.actor.id,
    startedAt: now,
    finishedAt: null,
    updatedAt: now,
  };
  const start = ctx.db
    .insert(duplicateScans)
    .values({ ...fresh, organizationId: ctx.organization.id })
    .onConflictDoUpdate({
      target: duplicateScans.organizationId,
      set: fresh,
      setWhere: sql`finished_at is not null or duplicate_scans.updated_at < ${now - restMs}`,
    });
  await write(ctx, [start, orElse(isRunning)], {
    audit: [{ action: "duplicate.scan_started", resourceType: "duplicate" }],
    jobs: [scanJob(now)],
  });
  return { ...fresh, organizationId: ctx.organization.id };
}

/** After many leads came at once. One that is under way comes to them too: they are the youngest. */
export async function startScanUnlessRunning(ctx: Context): Promise<void> {
  try {
    await startScan(ctx);
  } catch (error) {
    if (error !== isRunning) throw error;
  }
}

const isRunning = new Conflict("scan_running", "All leads are being looked through already.");

function scanJob(startedAt: number) {
  return { queue: "delivery", type: "duplicates.scan", payload: { startedAt } } as const;
}

/** The next lot of a look that began then. */
export async function scanLot(ctx: Context, startedAt: number): Promise<void> {
  const scan = await getScan(ctx);
  if (!scan || scan.startedAt !== startedAt || scan.finishedAt !== null) return;
  const lot = await ctx.db
    .select()
    .from(leads)
    .where(
      and(
        eq(leads.organizationId, ctx.organization.id),
        // safe: only compared
        scan.cursor === null ? undefined : gt(leads.id, scan.cursor as Id<"lead">),
      ),
    )
    .orderBy(asc(leads.id))
    .limit(lotSize);
  const pairs = await findPairs(
    ctx,
    lot.filter((lead) => lead.isListed),
  );
  const looked = scan.looked + lot.length;
  const isFinished = lot.length < lotSize;
  const progress = { looked, cursor: lot.at(-1)?.id ?? null, finishedAt: isFinished ? ctx.now() : null };
  await write(ctx, [...advanceSteps(ctx, scan, progress), ...countedSteps(ctx, keepSteps(ctx, pairs))], {
    facts: [{ type: "duplicate.scanned", data: { looked, isFinished } }],
    jobs: isFinished ? [] : [scanJob(startedAt)],
  });
}

/** Who comes second finds the place moved on, and stops. */
function advanceSteps(ctx: Context, scan: Scan, progress: Partial<Scan>): Step[] {
  const place = and(isScan(ctx), eq(duplicateScans.startedAt, scan.startedAt), sql`cursor is ${scan.cursor}`);
  const update = ctx.db
    .update(duplicateScans)
    .set({ ...progress, updatedAt: ctx.now() })
    .where(place);
  return [update, orElse(taken)];
}

const taken = new Conflict("lot_taken", "Somebody else has looked through this part.");

/** What the one statement before it has changed is what was found anew. */
function countedSteps(ctx: Context, steps: Step[]): Step[] {
  if (steps.length === 0) return [];
  const count = ctx.db
    .update(duplicateScans)
    .set({ found: sql`found + changes()` })
    .where(isScan(ctx));
  return [...steps, count];
}

function isScan(ctx: Context) {
  return eq(duplicateScans.organizationId, ctx.organization.id);
}
