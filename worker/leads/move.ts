import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import type { FactDraft } from "../kernel/drafts";
import { orElse, type Step, write } from "../kernel/write";
import { isClosed, isQualified } from "./create";
import { positionBetween, positionOnTop } from "./pure/position";
import { getLead, isLead, type Lead } from "./queries";
import { type Stage, stageFor } from "./catalogue/stages";
import { changedMeanwhile } from "./update";
import { withUpkeep } from "./upkeep";

export type Move = {
  stageId: Id<"leadStage">;
  /** The lead right above it afterwards, and the one right below; none of both: on top. */
  afterId?: Id<"lead"> | undefined;
  beforeId?: Id<"lead"> | undefined;
  reason?: string | undefined;
};

/** To a place in a stage. Its status follows; time in the stage begins anew only where the stage is another one. */
export async function moveLead(ctx: Context, id: Id<"lead">, move: Move): Promise<Lead> {
  authorize(ctx, "leads:write");
  const before = await getLead(ctx, id);
  const stage = await stageFor(ctx, move.stageId, "/stageId");
  const position = await placeFor(ctx, before, move);
  const columns = { ...columnsOfStage(ctx, before, stage, move.reason), position, updatedAt: ctx.now() };
  const isSameStage = before.stageId === stage.id;
  const steps: Step[] = [
    ctx.db
      .update(leads)
      .set(columns)
      .where(and(isLead(ctx, id), eq(leads.stageId, before.stageId), eq(leads.position, before.position))),
    orElse(changedMeanwhile),
  ];
  await write(ctx, isSameStage ? steps : withUpkeep(ctx, [id], steps, ["totals"]), {
    facts: [factOf(before, columns)],
    audit: isSameStage
      ? []
      : [
          {
            action: "lead.moved",
            resourceType: "lead",
            resourceId: id,
            changes: {
              before: { stageId: before.stageId },
              after: { stageId: stage.id },
            },
          },
        ],
  });
  return await getLead(ctx, id);
}

/** What a stage means for a lead that comes into it. */
export function columnsOfStage(ctx: Context, before: Lead, stage: Stage, reason: string | undefined) {
  if (before.stageId === stage.id) return reason === undefined ? {} : { closeReason: reason };
  const won = stage.status === "closed_won";
  return {
    stageId: stage.id,
    status: stage.status,
    stageSince: ctx.now(),
    qualifiedAt: before.qualifiedAt ?? (isQualified(stage.status) ? ctx.now() : null),
    closedAt: isClosed(stage.status) ? (before.closedAt ?? ctx.now()) : null,
    closeReason: isClosed(stage.status) || stage.status === "unqualified" ? (reason ?? "") : "",
    convertedToCustomer: won || before.convertedToCustomer,
    convertedAt: won ? (before.convertedAt ?? ctx.now()) : before.convertedAt,
  };
}

function factOf(before: Lead, after: { position: string; stageId?: string; status?: string }): FactDraft {
  const { stageId = before.stageId, status = before.status, position } = after;
  const data = {
    stageId,
    from: before.stageId,
    status,
    position,
    since: before.stageSince,
    value: before.predictedValue,
  };
  return { type: "lead.moved", subjectId: before.id, data };
}

async function placeFor(ctx: Context, lead: Lead, { stageId, afterId, beforeId }: Move): Promise<string> {
  const top = positionOnTop(ctx.now(), ctx.random(3));
  if (afterId) {
    const above = await neighbour(ctx, afterId, stageId, "/afterId");
    return positionBetween(above, await nextPosition(ctx, stageId, above, lead.id));
  }
  if (!beforeId) return top;
  const below = await neighbour(ctx, beforeId, stageId, "/beforeId");
  const above = await previousPosition(ctx, stageId, below, lead.id);
  if (above !== null) return positionBetween(above, below);
  return top < below ? top : positionBetween(null, below);
}

async function neighbour(ctx: Context, id: Id<"lead">, stageId: string, pointer: string): Promise<string> {
  const [row] = await ctx.db
    .select({ stageId: leads.stageId, position: leads.position })
    .from(leads)
    .where(isLead(ctx, id));
  if (!row) throw Invalid.field(pointer, "unknown_lead", "There is no such lead.");
  if (row.stageId !== stageId) throw neighbourGone;
  return row.position;
}

const neighbourGone = new Conflict(
  "neighbour_moved",
  "The lead beside it has just been moved. Look at the board again.",
);

async function nextPosition(
  ctx: Context,
  stageId: string,
  above: string,
  but: string,
): Promise<string | null> {
  const row = await ctx.db.get<{ position: string }>(sql`select position from leads
    where organization_id = ${ctx.organization.id} and stage_id = ${stageId} and is_listed = 1 and position > ${above}
    and id <> ${but} order by position limit 1`);
  return row?.position ?? null;
}

async function previousPosition(
  ctx: Context,
  stageId: string,
  below: string,
  but: string,
): Promise<string | null> {
  const row = await ctx.db.get<{ position: string }>(sql`select position from leads
    where organization_id = ${ctx.organization.id} and stage_id = ${stageId} and is_listed = 1 and position < ${below}
    and id <> ${but} order by position desc limit 1`);
  return row?.position ?? null;
}
