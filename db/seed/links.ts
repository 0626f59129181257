import { and, eq, isNotNull, ne } from "drizzle-orm";
import { defaultCell, type Id } from "../ids";
import { businesses } from "../schema/cell/business";
import { contentPieces } from "../schema/cell/content";
import { clicks, linkDays, managedUrls } from "../schema/cell/links";
import { directory } from "../schema/control/platform";
import { diceOf } from "./dice";
import { insertMany } from "./insert-many";
import { clicksOf, countDays, type SeededClick } from "./link-clicks";
import { type Ground, newId } from "./people";

type House = { organizationId: Id<"organization">; owner: Id<"user"> };
type LinkRow = typeof managedUrls.$inferInsert;

const day = 86_400_000;

/** By hand: each with the way it is passed on, since when, and how many follow it on a good day. */
const byHand = [
  {
    slug: "first-cup",
    name: "First cup, half price",
    path: "pricing",
    source: "newsletter",
    medium: "email",
    age: 58,
    pace: 22,
  },
  {
    slug: "counter",
    name: "Poster at the counter",
    path: "",
    source: "print",
    medium: "qr",
    age: 52,
    pace: 9,
  },
  {
    slug: "insta",
    name: "Instagram bio",
    path: "blog",
    source: "instagram",
    medium: "social",
    age: 47,
    pace: 31,
  },
  {
    slug: "office-box",
    name: "Office tasting box",
    path: "pricing",
    source: "linkedin",
    medium: "social",
    age: 33,
    pace: 17,
  },
  {
    slug: "harvest",
    name: "Harvest diary",
    path: "harvest-diary",
    source: "newsletter",
    medium: "email",
    age: 26,
    pace: 6,
    gone: true,
  },
];

/** The links of a roastery: some passed on by hand for two months, and one for each piece that stands. */
export async function seedLinks(ground: Ground, house: House): Promise<void> {
  const [business] = await ground.control
    .select({ id: businesses.id, slug: businesses.slug })
    .from(businesses)
    .where(eq(businesses.organizationId, house.organizationId));
  if (!business) return;
  const dice = diceOf(60);
  const hand = byHand.map((each) => ({ ...each, link: rowByHand(ground, house, business.id, each) }));
  const pieces = await rowsOfPieces(ground, house, business);
  const seen = [...hand, ...pieces].flatMap(({ link, age, pace, medium }) =>
    clicksOf(dice, ground, { linkId: link.id, age, pace, medium }),
  );
  const links = [...hand, ...pieces].map(({ link }) => withCounts(link, seen));
  const organizationId = house.organizationId;
  await insertMany(ground.control, managedUrls, links);
  await insertMany(
    ground.control,
    clicks,
    seen.map((click) => ({ ...click, organizationId })),
  );
  await insertMany(
    ground.control,
    linkDays,
    countDays(seen).map((count) => ({ ...count, organizationId })),
  );
  await insertMany(
    ground.control,
    directory,
    hand.map(({ link }) => nameRow(ground, house, link)),
  );
}

function rowByHand(
  ground: Ground,
  { organizationId, owner }: House,
  businessId: Id<"business">,
  {
    slug,
    name,
    path,
    source,
    medium,
    age,
    gone = false,
  }: Omit<(typeof byHand)[number], "gone"> & { gone?: boolean },
): LinkRow {
  const at = ground.now - age * day;
  return {
    id: newId({ ...ground, now: at }, "link"),
    organizationId,
    createdAt: at,
    businessId,
    slug,
    name,
    sourceType: "by_hand",
    sourceId: null,
    purpose: "",
    sourceUrl: null,
    url: `https://northwind.test/${path}`,
    utmParams: { source, medium, campaign: slug },
    checkState: gone ? "dead" : "ok",
    checkNote: gone ? "The site says that the page is gone (404)." : "",
    failures: gone ? 3 : 0,
    lastCheckedAt: ground.now - day / 4,
    nextCheckAt: ground.now + day / 2,
    createdBy: owner,
    updatedAt: at,
  };
}

/** What has been approved calls its readers somewhere. */
async function rowsOfPieces(ground: Ground, house: House, business: { id: Id<"business">; slug: string }) {
  const found = await ground.control
    .select()
    .from(contentPieces)
    .where(
      and(
        eq(contentPieces.organizationId, house.organizationId),
        isNotNull(contentPieces.approvedAt),
        ne(contentPieces.ctaUrl, ""),
      ),
    );
  return found.map((piece, index) => {
    const age = 2;
    const medium = piece.kind === "social_post" ? "social" : piece.kind === "blog_post" ? "blog" : "email";
    const draft = {
      slug: drawnSlug(ground),
      name: piece.title,
      path: "",
      source: business.slug,
      medium,
      age,
    };
    const link: LinkRow = {
      ...rowByHand(ground, house, business.id, { ...draft, pace: 0 }),
      sourceType: piece.kind,
      sourceId: piece.id,
      purpose: "cta",
      sourceUrl: piece.ctaUrl,
      url: piece.ctaUrl,
      utmParams: {
        source: piece.kind === "social_post" ? piece.channel : business.slug,
        medium,
        campaign: slugOf(piece.title),
      },
      createdBy: null,
    };
    return { link, age, pace: 8 + ((index * 7) % 19), medium };
  });
}

function withCounts(link: LinkRow, seen: SeededClick[]): LinkRow {
  const own = seen.filter(({ linkId }) => linkId === link.id);
  return {
    ...link,
    clickCount: own.length,
    humanCount: own.filter(({ verdict }) => verdict === "human").length,
    lastClickedAt: own.length > 0 ? Math.max(...own.map(({ createdAt }) => createdAt)) : null,
  };
}

function nameRow(ground: Ground, { organizationId }: House, link: LinkRow) {
  return {
    id: newId(ground, "directory"),
    kind: "link" as const,
    key: link.slug,
    organizationId,
    cell: defaultCell,
    resourceId: link.id,
    createdAt: link.createdAt,
    updatedAt: link.createdAt,
  };
}

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

function drawnSlug(ground: Ground): string {
  return defaultCell + [...ground.random(7)].map((byte) => alphabet[byte % 32]).join("");
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
}
