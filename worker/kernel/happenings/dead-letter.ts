import * as z from "zod";
import { defaultCell } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import type { Base } from "../context";
import { DomainError } from "../errors";
import { defineJob, type JobDefinition, keepUnreadable } from "../jobs";
import { gone } from "./consume";
import { type HappeningMessage, type HappeningsAtWork, type Read, readHappening } from "./define";

const replayType = "happenings.record";

/**
 * What could not be written stays as a failed job with its reason: an operator reads it, and runs or discards it. What
 * can never be run again stays without what it tells, which may be a person's (GDPR-01).
 */
export async function keepDeadHappening(
  base: Base,
  message: Pick<Message, "id" | "body">,
  atWork: HappeningsAtWork,
): Promise<void> {
  const read = readHappening(message.body, atWork.definitions);
  const body = message.body as HappeningMessage; // safe: as far as it was read; beyond that nothing is asked of it
  if (typeof read === "string")
    return await keepUnreadable(base, "events", { id: message.id, body: { ...body, data: null } }, read);
  const { organizationId } = read.happening;
  const isThere = (await atWork.cellsOf(base, [organizationId])).get(organizationId) === read.cell;
  const cell = isThere ? read.cell : defaultCell;
  await base
    .openCell(cell)
    .insert(jobs)
    .values({
      id: base.newId("job", cell),
      organizationId,
      queue: "events",
      type: replayType,
      payload: { message: { ...body, data: isThere ? await keepableOf(base, read, body.data) : null } },
      status: "failed",
      maxAttempts: 1,
      runAt: base.now(),
      completedAt: base.now(),
      deadLetterReason: isThere ? triedInVain(read.definition.type) : gone.message,
      dedupeKey: `dead:${message.id}`,
      requestId: base.requestId,
      createdAt: base.now(),
    })
    .onConflictDoNothing();
}

async function keepableOf(base: Base, { definition, cell, happening }: Read, all: unknown): Promise<unknown> {
  return definition.keepable ? await definition.keepable(base, cell, happening) : all;
}

const triedInVain = (type: string) => `Writing this “${type}” failed each time it was tried.`;

/** What an operator runs again goes the way of any job, alone. */
export function recordAgain(atWork: HappeningsAtWork): JobDefinition {
  const payload = z.object({ message: z.unknown() });
  return defineJob(replayType, { queue: "events", payload }, async (ctx, { message }) => {
    const read = readHappening(message, atWork.definitions);
    if (typeof read === "string") throw new DomainError("bad_request", read);
    const { definition, happening, cell } = read;
    if (happening.organizationId !== ctx.organization.id || cell !== ctx.organization.cell) throw gone;
    await definition.record(ctx, cell, [happening]);
  });
}
