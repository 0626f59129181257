import type { Id } from "../../db/ids";
import { managedUrls, type TargetRule, type Utm } from "../../db/schema/cell/links";
import { assertNotArchived, type Business, getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { write } from "../kernel/write";
import { getPiece, type Piece } from "../pieces";
import { assertFeature } from "../plans";
import { assertAhead } from "./expiry";
import { getTargetPolicy } from "./policy";
import type { TargetPolicy } from "./pure/policy";
import { normalizeUtm, splitUtm, type UtmPlaces } from "./pure/utm";
import { getLink, type LinkOfPiece } from "./queries";
import { chosenSlug, claimSlug, newSlug, releaseSlug } from "./slug";
import { rulesOf, targetOf } from "./target";

export type LinkDraft = {
  businessId: Id<"business">;
  pieceId?: Id<"piece">;
  url: string;
  name?: string;
  slug?: string;
  utm?: Utm;
  rules?: TargetRule[];
  passesIds?: boolean;
  expiresAt?: string | null;
};

/** A link by hand. */
export async function createLink(ctx: Context, draft: LinkDraft): Promise<LinkOfPiece> {
  authorize(ctx, "links:write");
  await assertFeature(ctx, "links");
  const business = await getBusiness(ctx, draft.businessId);
  assertNotArchived(business);
  const piece = draft.pieceId ? await pieceOf(ctx, draft.pieceId, business) : null;
  const id = ctx.newId("link", ctx.organization.cell);
  const slug = draft.slug === undefined ? newSlug(ctx) : chosenSlug(draft.slug);
  const policy = await getTargetPolicy(ctx);
  const row = { ...rowOf(ctx, policy, draft, business, slug), ...sourceOf(piece, id), id, slug };
  if (draft.slug === undefined) await insertLink(ctx, row);
  else await insertNamed(ctx, row);
  return await getLink(ctx, id);
}

async function pieceOf(ctx: Context, id: Id<"piece">, business: Business): Promise<Piece> {
  const piece = await getPiece(ctx, id);
  if (piece.businessId === business.id) return piece;
  throw Invalid.field("/pieceId", "other_business", "This piece belongs to another business.");
}

function sourceOf(piece: Piece | null, id: Id<"link">) {
  if (!piece) return {};
  return { sourceType: piece.kind, sourceId: piece.id, purpose: `by_hand:${id}` };
}

function rowOf(ctx: Context, policy: TargetPolicy, draft: LinkDraft, business: Business, slug: string) {
  const { url, utm } = splitUtm(targetOf(ctx, policy, draft.url, "/url"));
  const name = draft.name ?? nameOf(url);
  const now = ctx.now();
  const places = placesFor(now, business.name, name, slug);
  return {
    organizationId: ctx.organization.id,
    businessId: business.id,
    name,
    url,
    utmParams: normalizeUtm({ ...utm, ...draft.utm }, places),
    rules: rulesOf(ctx, policy, draft.rules ?? []),
    passesIds: draft.passesIds ?? true,
    expiresAt: assertAhead(ctx, draft.expiresAt),
    nextCheckAt: now,
    createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    createdAt: now,
    updatedAt: now,
  };
}

type Row = ReturnType<typeof rowOf> & { id: Id<"link">; slug: string };

async function insertNamed(ctx: Context, row: Row): Promise<void> {
  await claimSlug(ctx, row.slug, row.id);
  try {
    await insertLink(ctx, row);
  } catch (error) {
    await releaseSlug(ctx, row.slug, row.id);
    throw error;
  }
}

async function insertLink(ctx: Context, row: Row): Promise<void> {
  const { id, name, slug, url } = row;
  await write(ctx, [ctx.db.insert(managedUrls).values(row)], {
    facts: [{ type: "link.created", subjectId: id, data: { name } }],
    audit: [
      {
        action: "link.created",
        resourceType: "link",
        resourceId: id,
        changes: { after: { name, slug, url, utm: row.utmParams, rules: row.rules } },
      },
    ],
  });
}

/** `https://www.example.com/spring/offer` is called “example.com/spring/offer”. */
export function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host.replace(/^www\./, "")}${pathname === "/" ? "" : pathname}`.slice(0, 120);
}

export function placesFor(now: number, business: string, name: string, slug: string): UtmPlaces {
  const [year = "", month = ""] = new Date(now).toISOString().split("-");
  return { business, name, slug, year, month };
}
