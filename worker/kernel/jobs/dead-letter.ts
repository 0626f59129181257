import { defaultCell, type Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import type { Base } from "../context";
import type { QueueName } from "../drafts";
import type { JobDefinition } from "./define";
import { giveUpUnclaimed } from "./given-up";
import { jobMessageShape } from "./run";

/** Messages that belong to nobody who could be asked are kept under this name. */
// safe: the one organization id that is not made by makeId
export const platformOrganization = "org_00platform" as Id<"organization">;

/** The last stop: what no consumer could do stays in the jobs table, with a reason a person can read. */
export async function keepDeadLetter(
  base: Base,
  queue: QueueName,
  message: Pick<Message, "id" | "body">,
  kinds: ReadonlyMap<string, JobDefinition>,
): Promise<void> {
  const parsed = jobMessageShape.safeParse(message.body);
  if (parsed.success) return await giveUpUnclaimed(base, parsed.data.jobId, kinds);
  await keepUnreadable(
    base,
    queue,
    message,
    "The message could not be read: it is not in a form that this version knows.",
  );
}

export async function keepUnreadable(
  base: Base,
  queue: QueueName,
  { id, body }: Pick<Message, "id" | "body">,
  reason: string,
): Promise<void> {
  await base
    .openCell(defaultCell)
    .insert(jobs)
    .values({
      id: base.newId("job"),
      organizationId: platformOrganization,
      queue,
      type: "unreadable",
      payload: { raw: JSON.stringify(body)?.slice(0, 10_000) ?? "" },
      status: "failed",
      attempts: 0,
      maxAttempts: 0,
      runAt: base.now(),
      completedAt: base.now(),
      deadLetterReason: reason,
      dedupeKey: `dead:${id}`,
      requestId: base.requestId,
      createdAt: base.now(),
    })
    .onConflictDoNothing();
}
