import type { Id } from "../../db/ids";
import { managedUrls, type TargetRule, type Utm } from "../../db/schema/cell/links";
import { getBusiness } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { placesFor } from "./create";
import { assertAhead } from "./expiry";
import { getTargetPolicy } from "./policy";
import { anywhere } from "./pure/policy";
import { normalizeUtm, splitUtm } from "./pure/utm";
import { getLink, isLink, type Link, type LinkOfPiece } from "./queries";
import { forgetSlug } from "./redirect/known";
import { rulesOf, targetOf } from "./target";

export type LinkChange = {
  url?: string;
  name?: string;
  utm?: Utm;
  rules?: TargetRule[];
  passesIds?: boolean;
  expiresAt?: string | null;
};

/** Changes what is given. What is out there already leads to the new target within seconds, so each change is written down (REDIR-01). */
export async function updateLink(ctx: Context, id: Id<"link">, change: LinkChange): Promise<LinkOfPiece> {
  authorize(ctx, "links:write");
  const before = await getLink(ctx, id);
  const after = await valuesOf(ctx, before, change);
  const fields = Object.keys(after);
  if (fields.length === 0) return before;
  const isMoved = after.url !== undefined && after.url !== before.url;
  await write(
    ctx,
    [
      ctx.db
        .update(managedUrls)
        .set({ ...after, ...(isMoved ? unchecked(ctx) : {}), updatedAt: ctx.now() })
        .where(isLink(ctx, id)),
      orElse(new NotFound()),
    ],
    {
      facts: [{ type: "link.updated", subjectId: id, data: { fields } }],
      audit: [
        {
          action: "link.updated",
          resourceType: "link",
          resourceId: id,
          changes: { before: pick(before, fields), after },
        },
      ],
    },
  );
  forgetSlug(before.slug);
  return await getLink(ctx, id);
}

/** A new target has not been looked at yet. */
export function unchecked(ctx: Context) {
  return {
    checkState: "unknown",
    checkNote: "",
    movedTo: null,
    failures: 0,
    nextCheckAt: ctx.now(),
  } as const;
}

async function valuesOf(ctx: Context, before: Link, change: LinkChange): Promise<Partial<Link>> {
  const { url, name, utm, rules, passesIds, expiresAt } = change;
  const policy = url === undefined && !rules ? anywhere : await getTargetPolicy(ctx);
  const split = url === undefined ? null : splitUtm(targetOf(ctx, policy, url, "/url"));
  const carried =
    split && Object.keys(split.utm).length > 0 ? { ...before.utmParams, ...split.utm } : undefined;
  const wanted = utm ? { ...split?.utm, ...utm } : carried;
  return {
    ...(split ? { url: split.url } : {}),
    ...(name === undefined ? {} : { name }),
    ...(wanted ? { utmParams: normalizeUtm(wanted, await placesOf(ctx, before, name)) } : {}),
    ...(rules ? { rules: rulesOf(ctx, policy, rules) } : {}),
    ...(passesIds === undefined ? {} : { passesIds }),
    ...(expiresAt === undefined ? {} : { expiresAt: assertAhead(ctx, expiresAt) }),
  };
}

async function placesOf(ctx: Context, { businessId, name, slug }: Link, newName = name) {
  const business = await getBusiness(ctx, businessId);
  return placesFor(ctx.now(), business.name, newName, slug);
}

function pick(row: Link, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}
