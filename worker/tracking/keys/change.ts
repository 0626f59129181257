import { and, sql } from "drizzle-orm";
import * as z from "zod";
import type { Id } from "../../../db/ids";
import { consentModes, trackingKeys } from "../../../db/schema/cell/visitors";
import { getBusiness } from "../../businesses";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, LimitReached } from "../../kernel/errors";
import { orElse, refuseWhen, write } from "../../kernel/write";
import { keyOf } from "./key";
import { getTrackingKey, isHere, keysInUse, opens, type TrackingKey } from "./queries";

const mostKeys = 50;
const graceMs = 24 * 3_600_000;

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*(?::\\d{2,5})?$`), {
    error: "Write a host name such as “www.example.com”, without https:// and without a path.",
  });

export const trackingKeyFields = {
  name: z.string().trim().min(1).max(80),
  domains: z.array(domain).max(50).meta({ description: "Who may send; none means any website." }),
  consentMode: z.enum(consentModes).meta({
    description:
      "`ask`: nothing is sent or kept before consent. `cookieless`: counted for a day without being kept.",
  }),
};

export type NewTrackingKey = {
  name: string;
  domains: string[];
  consentMode: TrackingKey["consentMode"];
  businessId?: Id<"business"> | undefined;
};

export async function createTrackingKey(ctx: Context, draft: NewTrackingKey): Promise<TrackingKey> {
  authorize(ctx, "links:write");
  if (draft.businessId) await getBusiness(ctx, draft.businessId);
  const row = newRow(ctx, { ...draft, businessId: draft.businessId ?? null });
  await write(
    ctx,
    [
      refuseWhen(sql`${keysInUse(ctx)} >= ${mostKeys}`, new LimitReached("tracking_keys", mostKeys)),
      ctx.db.insert(trackingKeys).values(row),
    ],
    told("created", row),
  );
  return row;
}

type Kept = Pick<TrackingKey, "name" | "domains" | "consentMode" | "businessId">;

function newRow(ctx: Context, { name, domains, consentMode, businessId }: Kept): TrackingKey {
  const id = ctx.newId("trackingKey", ctx.organization.cell);
  return {
    id,
    organizationId: ctx.organization.id,
    businessId,
    name,
    key: keyOf(id),
    domains: [...new Set(domains)],
    consentMode,
    endsAt: null,
    lastEventAt: null,
    lastEventUrl: null,
    createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  };
}

export type TrackingKeyChange = Partial<Pick<TrackingKey, "name" | "domains" | "consentMode">>;

export async function changeTrackingKey(
  ctx: Context,
  id: Id<"trackingKey">,
  change: TrackingKeyChange,
): Promise<TrackingKey> {
  authorize(ctx, "links:write");
  const before = await getTrackingKey(ctx, id);
  const after = { ...before, ...change, updatedAt: ctx.now() };
  await write(
    ctx,
    [
      ctx.db
        .update(trackingKeys)
        .set({ ...change, updatedAt: after.updatedAt })
        .where(isHere(ctx, id)),
      orElse(ended),
    ],
    told("updated", after, before),
  );
  return after;
}

/** A new key with the same settings. The old one works for another day, so that every page can be changed over. */
export async function rotateTrackingKey(ctx: Context, id: Id<"trackingKey">): Promise<TrackingKey> {
  authorize(ctx, "links:write");
  const before = await getTrackingKey(ctx, id);
  const row = newRow(ctx, before);
  await write(
    ctx,
    [endStep(ctx, id, ctx.now() + graceMs), orElse(ended), ctx.db.insert(trackingKeys).values(row)],
    told("rotated", row, before),
  );
  return row;
}

export async function revokeTrackingKey(ctx: Context, id: Id<"trackingKey">): Promise<void> {
  authorize(ctx, "links:write");
  const before = await getTrackingKey(ctx, id);
  await write(ctx, [endStep(ctx, id, ctx.now()), orElse(ended)], told("revoked", before));
}

function endStep(ctx: Context, id: Id<"trackingKey">, endsAt: number) {
  return ctx.db
    .update(trackingKeys)
    .set({ endsAt, updatedAt: ctx.now() })
    .where(and(isHere(ctx, id), opens(ctx.now())));
}

const ended = new Conflict("tracking_key_ended", "This key has ended already.");

function told(what: string, after: TrackingKey, before?: TrackingKey) {
  const shown = ({ name, domains, consentMode }: TrackingKey) => ({ name, domains, consentMode });
  return {
    facts: [{ type: `tracking_key.${what}`, subjectId: after.id }],
    audit: [
      {
        action: `tracking_key.${what}`,
        resourceType: "tracking_key",
        resourceId: after.id,
        changes: { ...(before ? { before: shown(before) } : {}), after: shown(after) },
      },
    ],
  };
}
