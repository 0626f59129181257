import * as z from "zod";
import { linkChecks, linkSources } from "../../db/schema/cell/links";
import type { Context } from "../kernel/context";
import { toWireTime, wireTime } from "../kernel/contract";
import { linkFields } from "./fields";
import { getTargetPolicy } from "./policy";
import { isStopped, type TargetPolicy } from "./pure/policy";
import { withUtm } from "./pure/utm";
import type { LinkOfPiece } from "./queries";
import { shortUrlOf } from "./target";

export const linkStates = ["active", "stopped", "expired", "archived"] as const;

export const linkWire = z
  .strictObject({
    id: z.string(),
    businessId: z.string(),
    slug: z.string(),
    shortUrl: z.string().meta({ description: "What people are given." }),
    ...linkFields,
    destination: z.string().meta({ description: "The target with its UTM parameters." }),
    state: z.enum(linkStates).meta({
      description: "stopped: a target is not allowed any more (`/v1/link-targets`).",
    }),
    source: z.strictObject({
      type: z.enum(linkSources),
      pieceId: z.string().nullable(),
      pieceTitle: z.string().nullable(),
      purpose: z.string(),
    }),
    clickCount: z.int().meta({ description: "Of whatever kind." }),
    humanCount: z.int().meta({ description: "Of people, as far as we can tell." }),
    lastClickedAt: wireTime.nullable(),
    check: z.strictObject({
      state: z.enum(linkChecks),
      checkedAt: wireTime.nullable(),
      note: z.string(),
      movedTo: z.string().nullable(),
    }),
    archivedAt: wireTime.nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Link" });

export type LinkWire = z.input<typeof linkWire>;

export async function linkToWire(ctx: Context, row: LinkOfPiece): Promise<LinkWire> {
  return wireOf(ctx, await getTargetPolicy(ctx), row);
}

export async function linksToWire(ctx: Context, rows: readonly LinkOfPiece[]): Promise<LinkWire[]> {
  const policy = await getTargetPolicy(ctx);
  return rows.map((row) => wireOf(ctx, policy, row));
}

function wireOf(ctx: Context, policy: TargetPolicy, row: LinkOfPiece): LinkWire {
  const { id, businessId, slug, name, url, rules, passesIds, clickCount, humanCount } = row;
  const same = { id, businessId, slug, name, url, rules, passesIds, clickCount, humanCount };
  return {
    ...same,
    utm: row.utmParams,
    shortUrl: shortUrlOf(ctx, slug),
    destination: withUtm(url, row.utmParams),
    state: stateOf(ctx, policy, row),
    source: {
      type: row.sourceType,
      pieceId: row.sourceId,
      pieceTitle: row.pieceTitle,
      purpose: row.purpose,
    },
    check: {
      state: row.checkState,
      checkedAt: toWireTime(row.lastCheckedAt),
      note: row.checkNote,
      movedTo: row.movedTo,
    },
    lastClickedAt: toWireTime(row.lastClickedAt),
    expiresAt: toWireTime(row.expiresAt),
    archivedAt: toWireTime(row.archivedAt),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

function stateOf({ now, settings }: Context, policy: TargetPolicy, row: LinkOfPiece) {
  const { archivedAt, expiresAt } = row;
  if (archivedAt !== null) return "archived";
  if (isStopped(row, policy, settings.LINK_BLOCKED_HOSTS)) return "stopped";
  return expiresAt !== null && expiresAt <= now() ? "expired" : "active";
}
