import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { managedUrls, type Utm } from "../../db/schema/cell/links";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { sha256Hex } from "../kernel/secrets";
import type { AuditDraft, FactDraft } from "../kernel/drafts";
import { refuseWhen, type Step } from "../kernel/write";
import type { PieceKind } from "../pieces";
import { anywhere } from "./pure/policy";
import { drawSlug, randomBytesPerSlug } from "./pure/slug";
import { getTargetPolicy } from "./policy";
import { normalizeUtm, splitUtm } from "./pure/utm";
import { isLink, type Link, linksOfPieces } from "./queries";
import { forgetSlug } from "./redirect/known";
import { findTarget, shortUrlOf } from "./target";

export type LinkWish = {
  pieceId: Id<"piece">;
  businessId: Id<"business">;
  kind: PieceKind;
  name: string;
  target: string;
  /** Which of the piece's calls to action; the same again gets the same link. */
  purpose: string;
  utm: Utm;
};

export type LinkWork = {
  steps: Step[];
  facts: FactDraft[];
  audit: AuditDraft[];
  /** What to put in place of a target: the short address, or the target itself where a link cannot be made of it. */
  urlFor(wish: LinkWish): string;
};

/**
 * For the batch that publishes: a link for each call to action, the one that is there or a new one. A target that a person
 * has pointed elsewhere stays so until the piece itself names another.
 */
export async function linkSteps(ctx: Context, wishes: LinkWish[]): Promise<LinkWork> {
  const there = await linksOfPieces(ctx, [...new Set(wishes.map(({ pieceId }) => pieceId))]);
  const policy = wishes.length > 0 ? await getTargetPolicy(ctx) : anywhere;
  const urls = new Map<LinkWish, string>();
  const work: LinkWork = { steps: [], facts: [], audit: [], urlFor: (wish) => urls.get(wish) ?? wish.target };
  for (const wish of wishes) {
    const target = findTarget(ctx, policy, wish.target);
    if ("problem" in target) continue;
    const link = there.find((each) => each.sourceId === wish.pieceId && each.purpose === wish.purpose);
    // Archived by somebody: they do not want this one to be followed by way of us.
    if (link?.archivedAt) continue;
    const slug = link?.slug ?? (await slugFor(ctx, wish));
    urls.set(wish, shortUrlOf(ctx, slug));
    if (!link) addNew(ctx, work, wish, slug, target.url);
    else if (link.sourceUrl !== wish.target) repoint(ctx, work, wish, link, target.url);
  }
  return work;
}

/** The same for the same call to action, so that two who publish at once mean one link. */
async function slugFor({ organization }: Context, { pieceId, purpose }: LinkWish): Promise<string> {
  const hash = await sha256Hex(`${organization.id} ${pieceId} ${purpose}`);
  const bytes = Array.from({ length: randomBytesPerSlug }, (_, at) =>
    Number.parseInt(hash.slice(at * 2, at * 2 + 2), 16),
  );
  return drawSlug(organization.cell, Uint8Array.from(bytes));
}

function addNew(ctx: Context, work: LinkWork, wish: LinkWish, slug: string, address: string): void {
  const id = ctx.newId("link", ctx.organization.cell);
  const now = ctx.now();
  const { url, utm } = splitUtm(address);
  const { pieceId, businessId, kind, name, purpose } = wish;
  const utmParams = normalizeUtm({ ...wish.utm, ...utm });
  const source = { sourceType: kind, sourceId: pieceId, purpose, sourceUrl: wish.target };
  work.steps.push(
    ctx.db
      .insert(managedUrls)
      .values({
        ...source,
        id,
        organizationId: ctx.organization.id,
        businessId,
        slug,
        name: name.slice(0, 120),
        url,
        utmParams,
        nextCheckAt: now,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing(),
    refuseWhen(sql`not exists (${isOurs(ctx, wish, slug)})`, taken),
  );
  work.facts.push({ type: "link.created", subjectId: id, data: { name, pieceId } });
  work.audit.push({
    action: "link.created",
    resourceType: "link",
    resourceId: id,
    changes: { after: { name, slug, url, utm: utmParams, pieceId } },
  });
}

function isOurs(ctx: Context, { pieceId }: LinkWish, slug: string) {
  return sql`select 1 from ${managedUrls} where slug = ${slug} and organization_id = ${ctx.organization.id}
    and source_id = ${pieceId}`;
}

const taken = new Conflict("link_taken", "The piece's short link could not be made. Try again.");

function repoint(ctx: Context, work: LinkWork, wish: LinkWish, link: Link, address: string): void {
  const { url } = splitUtm(address);
  const now = ctx.now();
  work.steps.push(
    ctx.db
      .update(managedUrls)
      .set({
        url,
        sourceUrl: wish.target,
        checkState: "unknown",
        checkNote: "",
        movedTo: null,
        failures: 0,
        nextCheckAt: now,
        updatedAt: now,
      })
      .where(and(isLink(ctx, link.id), eq(managedUrls.sourceId, wish.pieceId))),
  );
  work.audit.push({
    action: "link.updated",
    resourceType: "link",
    resourceId: link.id,
    changes: { before: { url: link.url }, after: { url }, because: "The piece names another target." },
  });
  forgetSlug(link.slug);
}
