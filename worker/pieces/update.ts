import type { Id } from "../../db/ids";
import { authorize, type Context } from "../kernel/context";
import { changedContent, type ContentChange, isSameContent } from "./change";
import { editContent, type Edited } from "./edit";
import { assertEditable, assertRevision } from "./guards";
import { getPiece } from "./queries";

/** The editor saves by this. A save that comes twice, or changes nothing, leaves everything as it is. */
export async function updatePiece(
  ctx: Context,
  id: Id<"piece">,
  { revision, ...change }: { revision: number } & ContentChange,
): Promise<Edited> {
  authorize(ctx, "content:write");
  const before = await getPiece(ctx, id);
  const content = changedContent(before.content, change);
  if (isSameContent(before.content, content)) return { piece: before, approvalRemoved: false };
  assertEditable(before);
  assertRevision(before, revision);
  return await editContent(ctx, before, content, "edited");
}
