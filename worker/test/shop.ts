import { eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { blogPosts, contentPieces, contentUpgrades } from "../../db/schema/cell/content";
import { write } from "../kernel/write";
import { draftPieceSteps, type PieceDraft, richTextFromMarkdown } from "../pieces";
import { inside } from "./inside";
import { unique, type World } from "./world";

export type Shop = { id: Id<"business">; slug: string; world: World };

export async function openShop(world: World, more: Record<string, unknown> = {}): Promise<Shop> {
  const { body } = await world.owner.client.post("/v1/businesses", {
    name: `Roastery ${unique()}`,
    website: "https://roastery.test/",
    description: "We roast coffee in small batches.",
    brandColors: { primary: "#ffd400" },
    ...more,
  });
  return { id: body.id, slug: body.slug, world };
}

type Wanted = {
  title?: string;
  slug?: string;
  body?: string;
  kind?: "blog_post" | "content_upgrade" | "social_post";
  status?: "draft" | "ready" | "approved" | "scheduled";
  scheduledFor?: number;
  imageUrl?: string;
  imageAlt?: string;
  ctaText?: string;
  ctaUrl?: string;
};

/** A piece with words, in the state that a test begins with. */
export async function writePiece(shop: Shop, wanted: Wanted = {}): Promise<Id<"piece">> {
  const { world } = shop;
  const ctx = await inside(world);
  const { kind = "blog_post", status = "approved", title = "What a roasting date tells you" } = wanted;
  const id = ctx.newId("piece", ctx.organization.cell);
  const base = { id, businessId: shop.id, title };
  const draft: PieceDraft =
    kind === "blog_post"
      ? { ...base, kind }
      : kind === "content_upgrade"
        ? { ...base, kind, upgradeType: "checklist" }
        : { ...base, kind, platform: "bluesky" };
  await write(ctx, draftPieceSteps(ctx, [draft]));
  const content = richTextFromMarkdown(
    wanted.body ?? "## Fresh\n\nBeans are best **two weeks** after roasting.",
  );
  const slug = wanted.slug ?? `post-${unique()}`;
  const isApproved = status === "approved" || status === "scheduled";
  await world.database
    .update(contentPieces)
    .set({
      status,
      excerpt: "Beans are best two weeks after roasting.",
      ctaText: wanted.ctaText ?? "",
      ctaUrl: wanted.ctaUrl ?? "",
      approvedAt: isApproved ? Date.now() : null,
      scheduledFor: wanted.scheduledFor ?? null,
      versionNumber: 1,
    })
    .where(eq(contentPieces.id, id));
  if (kind === "blog_post") {
    const picture = { imageUrl: wanted.imageUrl ?? null, imageAlt: wanted.imageAlt ?? "" };
    await world.database
      .update(blogPosts)
      .set({ content, slug, ...picture })
      .where(eq(blogPosts.id, id));
  } else if (kind === "content_upgrade") {
    const more = { content, slug, description: "Print it and tick it off." };
    await world.database.update(contentUpgrades).set(more).where(eq(contentUpgrades.id, id));
  }
  return id;
}
