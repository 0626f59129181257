import type { Id } from "../../db/ids";
import { managedUrls } from "../../db/schema/cell/links";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { getLink, isLink, type LinkOfPiece } from "./queries";
import { forgetSlug } from "./redirect/known";

/** Who follows it is told kindly that it has ended; its counts stay. */
export function archiveLink(ctx: Context, id: Id<"link">): Promise<LinkOfPiece> {
  return setArchived(ctx, id, true);
}

export function restoreLink(ctx: Context, id: Id<"link">): Promise<LinkOfPiece> {
  return setArchived(ctx, id, false);
}

async function setArchived(ctx: Context, id: Id<"link">, isArchived: boolean): Promise<LinkOfPiece> {
  authorize(ctx, "links:write");
  const before = await getLink(ctx, id);
  if ((before.archivedAt !== null) === isArchived) return before;
  const now = ctx.now();
  const action = isArchived ? "link.archived" : "link.restored";
  await write(
    ctx,
    [
      ctx.db
        .update(managedUrls)
        .set({ archivedAt: isArchived ? now : null, nextCheckAt: isArchived ? null : now, updatedAt: now })
        .where(isLink(ctx, id)),
      orElse(new NotFound()),
    ],
    {
      facts: [{ type: action, subjectId: id, data: { name: before.name } }],
      audit: [{ action, resourceType: "link", resourceId: id }],
    },
  );
  forgetSlug(before.slug);
  return await getLink(ctx, id);
}
