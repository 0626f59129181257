import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { type Id, isId } from "../../../db/ids";
import { managedUrls } from "../../../db/schema/cell/links";
import type { Context } from "../../kernel/context";
import { defineJob } from "../../kernel/jobs";
import { ProviderError } from "../../kernel/ports";
import { write } from "../../kernel/write";
import { judgeLook, type Look } from "../pure/check";
import { isLink, type Link } from "../queries";

export const checkType = "links.check";

const payload = z.object({
  linkId: z.string().refine((value): value is Id<"link"> => isId("link", value)),
});

export const checkJob = defineJob(checkType, { queue: "delivery", payload }, async (ctx, { linkId }) => {
  await checkLink(ctx, linkId);
});

/** Looks whether a target is still there. Pointed elsewhere meanwhile, what was seen is of no use. */
export async function checkLink(ctx: Context, linkId: Id<"link">): Promise<void> {
  const [link] = await ctx.db.select().from(managedUrls).where(isLink(ctx, linkId));
  if (!link || link.archivedAt !== null) return;
  const { nextInMs, ...found } = judgeLook(link, await lookAt(ctx, link.url), link.url);
  const now = ctx.now();
  await write(
    ctx,
    [
      ctx.db
        .update(managedUrls)
        .set({ ...found, lastCheckedAt: now, nextCheckAt: now + nextInMs + jitter(ctx) })
        .where(and(isLink(ctx, linkId), eq(managedUrls.url, link.url))),
    ],
    { facts: found.checkState === link.checkState ? [] : [factOf(link, found.checkState)] },
  );
}

function factOf({ id, name, sourceId }: Link, state: string) {
  return { type: `link.target_${state}`, subjectId: id, data: { name, pieceId: sourceId } };
}

/** The first answer itself, because a redirect for good is what has to be told; never more of the page than its beginning. */
async function lookAt(ctx: Context, url: string): Promise<Look> {
  try {
    const { status, headers } = await ctx.providers.fetcher.fetch({
      url,
      accept: "any",
      maxBytes: 1_000,
      oversize: "cut",
      maxRedirects: 0,
      timeoutMs: 8_000,
    });
    return { kind: "answered", status, location: headers.get("location") };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return { kind: "refused", code: error.code, message: error.message };
  }
}

/** So that what was made in one breath is not asked for in one breath each day. */
function jitter(ctx: Context): number {
  return (ctx.random(1)[0] ?? 0) * 10_000;
}
