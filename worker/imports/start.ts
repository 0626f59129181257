import { and, eq, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leadImports } from "../../db/schema/cell/imports";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import type { FactDraft } from "../kernel/drafts";
import { orElse, write } from "../kernel/write";
import { clearWordsJob, createCustomField, sourceNamed } from "../leads";
import type { Plan } from "./plan";
import { getImport, isImport, type LeadImport } from "./queries";
import { tidyJob } from "./receive";
import { resolvePlan } from "./resolve";

export const undoDays = 7;

/** A promise to make leads of a file; jobs keep it, a lot at a time. */
export async function startImport(ctx: Context, id: Id<"leadImport">, plan: Plan): Promise<LeadImport> {
  authorize(ctx, "leads:import");
  authorize(ctx, "leads:contact");
  const { status } = await getImport(ctx, id);
  if (status !== "ready") throw notReady;
  const asker = ctx.actor.kind === "user" ? ctx.actor.id : null;
  const { newFields, reading } = await resolvePlan(ctx, plan, asker);
  for (const field of newFields)
    await createCustomField(ctx, { ...usualField, ...field, type: field.type as typeof usualField.type }); // safe: the plan's shape allows only such types
  const sourceId = plan.sourceId ?? (await sourceNamed(ctx, { name: "Import", type: "import" }));
  const settled = { ...plan, sourceId, columns: reading.columns };
  const update = ctx.db
    .update(leadImports)
    .set({
      status: "running",
      plan: settled,
      hasHeader: plan.hasHeader,
      requestedBy: asker,
      startedAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .where(and(isImport(ctx, id), eq(leadImports.status, "ready")));
  await write(ctx, [update, orElse(notReady)], {
    facts: [{ type: "lead_import.started", subjectId: id }],
    audit: [
      {
        action: "lead_import.started",
        resourceType: "lead_import",
        resourceId: id,
        changes: { duplicates: plan.duplicates, automations: plan.automations },
      },
    ],
    jobs: [runJob(id, asker)],
  });
  return await getImport(ctx, id);
}

const usualField = {
  type: "text" as "text" | "number" | "date",
  description: "",
  options: [],
  isRequired: false,
  isUnique: false,
  isFilterable: true,
};

/** With who asked for it: what they may not do any more by then is not done (ROLE-07). */
export function runJob(importId: Id<"leadImport">, asker: Id<"user"> | null) {
  return { queue: "delivery", type: "imports.run", payload: { importId, asker } } as const;
}

/** What is in the lists by then stays, and can be undone. */
export async function stopImport(ctx: Context, id: Id<"leadImport">): Promise<LeadImport> {
  authorize(ctx, "leads:import");
  const before = await getImport(ctx, id);
  const update = ctx.db
    .update(leadImports)
    .set(endOf(ctx, before, "stopped"))
    .where(and(isImport(ctx, id), eq(leadImports.status, "running")));
  await write(ctx, [update, orElse(notRunning)], {
    facts: [finishedFact(before, "stopped")],
    audit: [{ action: "lead_import.stopped", resourceType: "lead_import", resourceId: id }],
    jobs: endJobs(ctx, id),
  });
  return await getImport(ctx, id);
}

/** People's own words leave with the file: of its first rows only the names of the columns are kept. */
export function endOf(ctx: Context, { head, hasHeader }: LeadImport, status: LeadImport["status"]) {
  const now = ctx.now();
  const undoUntil = now + undoDays * 86_400_000;
  return { status, head: hasHeader ? head.slice(0, 1) : [], finishedAt: now, undoUntil, updatedAt: now };
}

export function endJobs(ctx: Context, id: Id<"leadImport">) {
  return [tidyJob(id, ctx.now()), tidyJob(id, ctx.now() + undoDays * 86_400_000), clearWordsJob()];
}

export function finishedFact(
  { id, created, updated }: Pick<LeadImport, "id" | "created" | "updated">,
  status: LeadImport["status"],
): FactDraft {
  return { type: "lead_import.finished", subjectId: id, data: { status, created, updated } };
}

/** Takes back what the import did, as far as nobody has changed it since. */
export async function undoImport(ctx: Context, id: Id<"leadImport">): Promise<LeadImport> {
  for (const right of ["leads:import", "leads:write"] as const) authorize(ctx, right);
  const { status, lots, undoUntil } = await getImport(ctx, id);
  if (status !== "undoing" && status !== "undone" && (undoUntil ?? Infinity) < ctx.now()) throw tooLate;
  const update = ctx.db
    .update(leadImports)
    .set({ status: "undoing", nextLot: lots, undoneBy: ctx.actor.id, updatedAt: ctx.now() })
    .where(and(isImport(ctx, id), inArray(leadImports.status, ["completed", "stopped", "failed"])));
  await write(ctx, [update, orElse(notDone)], {
    facts: [{ type: "lead_import.undoing", subjectId: id }],
    audit: [{ action: "lead_import.undone", resourceType: "lead_import", resourceId: id }],
    jobs: [runJob(id, null)],
  });
  return await getImport(ctx, id);
}

const notReady = new Conflict("import_started", "This file has been imported already, or is being read.");
const notRunning = new Conflict("import_not_running", "This import is not running.");
const notDone = new Conflict(
  "import_not_done",
  "Only an import that has ended can be undone, and only once.",
);
const tooLate = new Conflict("undo_expired", `An import can be undone for ${undoDays} days.`);
