import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { jobs } from "../../db/schema/cell/spine";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import type { StoredJob } from "../kernel/jobs";
import { refuseWhen, type Step } from "../kernel/write";

export type RunKind = "topics" | "strategy";

/** What is known of the last time that something was to be suggested for a business. */
export type SuggestionRun = {
  status: "idle" | "running" | "paused" | "failed";
  /** Why it waits or what went wrong, for a person. */
  message: string | null;
  startedAt: number | null;
};

/** The newest run has the greatest key, because ids rise with time. */
export function newRunKey(ctx: Context, kind: RunKind, businessId: Id<"business">): string {
  return `${prefixOf(kind, businessId)}${ctx.newId("job", ctx.organization.cell)}`;
}

/** One at a time for each business: of any number of starts at once, the database lets one through. */
export function refuseWhileRunning(ctx: Context, kind: RunKind, businessId: Id<"business">): Step {
  const [from, to] = rangeOf(kind, businessId);
  const running = sql`exists (select 1 from jobs where organization_id = ${ctx.organization.id}
    and dedupe_key >= ${from} and dedupe_key < ${to} and status in ('pending', 'processing', 'retrying'))`;
  return refuseWhen(running, isRunning);
}

const isRunning = new Conflict(
  "suggestions_running",
  "Suggestions for this business are on their way already.",
);

export async function readRun(
  ctx: Context,
  kind: RunKind,
  businessId: Id<"business">,
): Promise<SuggestionRun> {
  const [from, to] = rangeOf(kind, businessId);
  const { organizationId, dedupeKey } = jobs;
  const [latest] = await ctx.db
    .select()
    .from(jobs)
    .where(and(eq(organizationId, ctx.organization.id), gte(dedupeKey, from), lt(dedupeKey, to)))
    .orderBy(desc(dedupeKey))
    .limit(1);
  return latest ? runOf(latest, ctx.now()) : { status: "idle", message: null, startedAt: null };
}

const dayMs = 86_400_000;

/** A failure is news for a day; what is put down for longer than that waits for somebody, not for its turn. */
function runOf(
  { status, runAt, completedAt, createdAt, errorMessage }: StoredJob,
  now: number,
): SuggestionRun {
  const startedAt = createdAt;
  if (status === "failed" && (completedAt ?? now) > now - dayMs)
    return { status: "failed", message: errorMessage, startedAt };
  if (status === "completed" || status === "discarded" || status === "failed")
    return { status: "idle", message: null, startedAt };
  if (status === "retrying" && runAt > now + dayMs)
    return { status: "paused", message: errorMessage, startedAt };
  return { status: "running", message: null, startedAt };
}

function prefixOf(kind: RunKind, businessId: Id<"business">): string {
  return `suggest:${kind}:${businessId}:`;
}

function rangeOf(kind: RunKind, businessId: Id<"business">): [string, string] {
  const from = prefixOf(kind, businessId);
  return [from, `${from}~`];
}
