import { publications } from "../../db/schema/cell/publishing";
import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import { orElse, write } from "../kernel/write";
import { NotFound } from "../kernel/errors";
import { becomeUnpublishedStep } from "./piece-state";
import { getPublication, isPublication, type Publication } from "./queries";

/** Takes a piece off a channel. Its row stays, so that its page can say that it is gone. */
export async function withdrawPublication(ctx: Context, id: Id<"publication">): Promise<Publication> {
  authorize(ctx, "content:publish");
  const before = await getPublication(ctx, id);
  if (before.state === "withdrawn") return before;
  const { pieceId, channel, externalUrl } = before;
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
      audit: [
        {
          action: "publication.withdrawn",
          resourceType: "piece",
          resourceId: pieceId,
          changes: { before: { channel, url: externalUrl } },
        },
      ],
    },
  );
  return await getPublication(ctx, id);
}
