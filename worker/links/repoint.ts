import { and, eq, isNull, sql } from "drizzle-orm";
import { managedUrls } from "../../db/schema/cell/links";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { write } from "../kernel/write";
import { unchecked } from "./change";
import { getTargetPolicy } from "./policy";
import { forgetSlug } from "./redirect/known";
import { targetOf } from "./target";

/** All links that lead to one dead or moved place lead to another, in one step; answers how many. */
export async function repointLinks(
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<number> {
  authorize(ctx, "links:write");
  const url = targetOf(ctx, await getTargetPolicy(ctx), to, "/to");
  const broken = and(
    eq(managedUrls.organizationId, ctx.organization.id),
    // As the index is written, so that it is used.
    sql`${managedUrls.checkState} in ('dead', 'moved')`,
    isNull(managedUrls.archivedAt),
    eq(managedUrls.url, from),
  );
  const links = await ctx.db
    .select({ id: managedUrls.id, slug: managedUrls.slug })
    .from(managedUrls)
    .where(broken);
  if (links.length === 0)
    throw Invalid.field(
      "/from",
      "not_broken",
      "No link with a broken target leads there. It may be mended already.",
    );
  await write(
    ctx,
    [
      ctx.db
        .update(managedUrls)
        .set({ url, ...unchecked(ctx), updatedAt: ctx.now() })
        .where(broken),
    ],
    {
      facts: [{ type: "link.repointed", data: { links: links.length } }],
      audit: [
        {
          action: "link.repointed",
          resourceType: "link",
          changes: { before: from, after: url, links: links.map(({ id }) => id) },
        },
      ],
    },
  );
  for (const { slug } of links) forgetSlug(slug);
  return links.length;
}
