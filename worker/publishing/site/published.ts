import { and, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { blogPosts, contentPieces, contentUpgrades, journeyEdges } from "../../../db/schema/cell/content";
import { publications } from "../../../db/schema/cell/publishing";
import type { SiteContent, Snapshot } from "../snapshot";
import type { Site } from "./find-site";

export type PublishedPage = {
  id: Id<"publication">;
  pieceId: Id<"piece">;
  state: "published" | "withdrawn";
  path: string;
  publishedAt: number;
  snapshot: Omit<Snapshot, "content"> & { content: SiteContent };
};

/** What a list says of a page, without its words. */
export type PageCard = {
  id: Id<"publication">;
  path: string;
  title: string;
  excerpt: string;
  publishedAt: number;
  changedAt: number;
  readingMinutes: number;
};

const snapshot = sql<string>`json_extract(${publications.settings}, '$.snapshot')`;
const card = {
  id: publications.id,
  path: sql<string>`${publications.externalId}`,
  title: sql<string>`json_extract(${publications.settings}, '$.snapshot.content.title')`,
  excerpt: sql<string>`coalesce(nullif(json_extract(${publications.settings}, '$.snapshot.content.metaDescription'), ''),
    nullif(json_extract(${publications.settings}, '$.snapshot.content.description'), ''),
    json_extract(${publications.settings}, '$.snapshot.excerpt'))`,
  publishedAt: sql<number>`${publications.publishedAt}`,
  changedAt: sql<number>`json_extract(${publications.settings}, '$.snapshot.at')`,
  readingMinutes: sql<number>`json_extract(${publications.settings}, '$.snapshot.readingMinutes')`,
};

/**
 * The page at a path, if it is or was there. The slug's own index finds it; where the piece has another slug by now, the
 * published one still holds, and the business's published rows are looked through.
 */
export async function findPage(site: Site, path: string): Promise<PublishedPage | null> {
  const here = await findBy(site, path, sql`${publications.pieceId} = ${pieceOfPath(site, path)}`);
  if (here?.state === "published") return here;
  return (await findBy(site, path, sql`${publications.state} = 'published'`)) ?? here;
}

function pieceOfPath({ db, business }: Site, path: string): SQL {
  const isUpgrade = path.startsWith("downloads/");
  const table = isUpgrade ? contentUpgrades : blogPosts;
  const slug = isUpgrade ? path.slice("downloads/".length) : path;
  const ours = and(eq(table.organizationId, business.organizationId), eq(table.businessId, business.id));
  return sql`(${db
    .select({ id: table.id })
    .from(table)
    .where(and(ours, eq(table.slug, slug)))})`;
}

async function findBy({ db, business }: Site, path: string, which: SQL): Promise<PublishedPage | null> {
  const [row] = await db
    .select({
      id: publications.id,
      pieceId: publications.pieceId,
      state: publications.state,
      publishedAt: publications.publishedAt,
      archivedAt: contentPieces.archivedAt,
      snapshot,
    })
    .from(publications)
    .innerJoin(contentPieces, eq(contentPieces.id, publications.pieceId))
    .where(
      and(
        eq(publications.organizationId, business.organizationId),
        eq(publications.businessId, business.id),
        sql`${publications.channel} = 'built_in'`,
        eq(publications.externalId, path),
        which,
      ),
    )
    .limit(1);
  if (!row || (row.state !== "published" && row.state !== "withdrawn")) return null;
  const state = row.archivedAt === null ? row.state : "withdrawn";
  // safe: only publishing on this channel writes the snapshot, and only of what has a page
  const content = JSON.parse(row.snapshot) as PublishedPage["snapshot"];
  return { ...row, state, path, publishedAt: row.publishedAt ?? content.at, snapshot: content };
}

function isShown({ business }: Site): SQL | undefined {
  return and(
    eq(publications.organizationId, business.organizationId),
    eq(publications.businessId, business.id),
    // As the index is written, so that it is used.
    sql`${publications.channel} = 'built_in' and ${publications.state} = 'published'`,
    isNull(contentPieces.archivedAt),
  );
}

export type CardFilter = {
  kind: "blog_post" | "content_upgrade" | "any";
  before?: Id<"publication">;
  not?: Id<"publication">;
};

/** The newest first. */
export async function listCards(site: Site, filter: CardFilter, limit: number): Promise<PageCard[]> {
  return await site.db
    .select(card)
    .from(publications)
    .innerJoin(contentPieces, eq(contentPieces.id, publications.pieceId))
    .where(
      and(
        isShown(site),
        filter.kind === "any" ? undefined : eq(contentPieces.kind, filter.kind),
        filter.not ? ne(publications.id, filter.not) : undefined,
        filter.before ? olderThan(site, filter.before) : undefined,
      ),
    )
    .orderBy(desc(publications.publishedAt), desc(publications.id))
    .limit(limit);
}

function olderThan({ business }: Site, id: Id<"publication">): SQL {
  return sql`(${publications.publishedAt}, ${publications.id}) < (select one.published_at, one.id from ${publications} as one
    where one.id = ${id} and one.organization_id = ${business.organizationId} and one.business_id = ${business.id})`;
}

export type NextStep = { path: string; title: string; ctaText: string };

/** Where the journey goes on from a page, as far as that is published. */
export async function listNextSteps(site: Site, pieceId: Id<"piece">): Promise<NextStep[]> {
  return await site.db
    .select({ path: card.path, title: card.title, ctaText: journeyEdges.ctaText })
    .from(journeyEdges)
    .innerJoin(publications, eq(publications.pieceId, journeyEdges.toPieceId))
    .innerJoin(contentPieces, eq(contentPieces.id, publications.pieceId))
    .where(
      and(
        eq(journeyEdges.organizationId, site.business.organizationId),
        eq(journeyEdges.fromPieceId, pieceId),
        isShown(site),
      ),
    )
    .limit(3);
}
