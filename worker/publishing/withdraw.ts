import type { Id } from "../../db/ids";
import { publications } from "../../db/schema/cell/publishing";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { takeBackSteps } from "./hand-over";
import { becomeUnpublishedStep } from "./piece-state";
import { getPublication, isPublication, type Publication } from "./queries";

/** Takes a piece off a channel. Its row stays, so that its page can say that it is gone. */
export async function withdrawPublication(ctx: Context, id: Id<"publication">): Promise<Publication> {
  authorize(ctx, "content:publish");
  const before = await getPublication(ctx, id);
  if (before.state === "withdrawn") return before;
  if (isThere(before)) await takeBack(ctx, before);
  else await withdrawHere(ctx, before);
  return await getPublication(ctx, id);
}

/** What never arrived on another service needs no word with it. */
function isThere({ channel, state, externalId }: Publication): boolean {
  if (channel === "built_in" || channel === "by_hand") return false;
  return state !== "failed" || externalId !== null;
}

async function withdrawHere(ctx: Context, { id, pieceId, channel, externalUrl }: Publication): Promise<void> {
  await write(
    ctx,
    [
      ctx.db
        .update(publications)
        .set({ state: "withdrawn", updatedAt: ctx.now() })
        .where(isPublication(ctx, id)),
      orElse(new NotFound()),
      becomeUnpublishedStep(ctx, pieceId),
    ],
    {
      facts: [{ type: "publication.withdrawn", subjectId: id, data: { pieceId, channel } }],
      audit: [audit("publication.withdrawn", pieceId, { channel, url: externalUrl })],
    },
  );
}

async function takeBack(ctx: Context, row: Publication): Promise<void> {
  const { id, pieceId, channel, externalUrl } = row;
  const { steps, job } = takeBackSteps(ctx, row);
  await write(ctx, steps, {
    facts: [{ type: "publication.requested", subjectId: id, data: { pieceId, channel } }],
    audit: [audit("publication.withdrawal_requested", pieceId, { channel, url: externalUrl })],
    jobs: [job],
  });
}

function audit(action: string, resourceId: string, before: Record<string, unknown>) {
  return { action, resourceType: "piece", resourceId, changes: { before } };
}
