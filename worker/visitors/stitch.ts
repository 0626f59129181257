import { and, eq, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Id } from "../../db/ids";
import { type stitchWays, visitorIdentities } from "../../db/schema/cell/visitors";
import { authorize, type Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { orElse, type Step, write } from "../kernel/write";
import type { VisitorKind } from "./visitor-for";

export type Stitch = {
  visitorId: Id<"visitor">;
  kind: VisitorKind;
  leadId: Id<"lead">;
  how: (typeof stitchWays)[number];
  /** The submission, or the event, that shows it. */
  evidenceId?: string;
};

/**
 * For the caller's own batch: from now on, what this visitor did is the lead's. Only for a browser that consented to be
 * known again, and a browser stays with the lead it named first until somebody undoes that.
 */
export function stitchSteps(ctx: Context, { visitorId, kind, leadId, how, evidenceId }: Stitch): Step[] {
  if (kind !== "kept") return [];
  return [
    ctx.db
      .insert(visitorIdentities)
      .values({
        id: ctx.newId("visitorIdentity", ctx.organization.cell),
        organizationId: ctx.organization.id,
        visitorId,
        leadId,
        how,
        evidenceId: evidenceId ?? null,
        consentedAt: ctx.now(),
        actorId: ctx.actor.id,
        createdAt: ctx.now(),
      })
      .onConflictDoNothing(),
  ];
}

/** Takes a visitor's story away from a lead: a colleague's computer, a wrong address. */
export async function undoStitch(ctx: Context, leadId: Id<"lead">, id: Id<"visitorIdentity">): Promise<void> {
  authorize(ctx, "leads:write");
  const identity = await getIdentity(ctx, leadId, id);
  await write(
    ctx,
    [
      ctx.db
        .update(visitorIdentities)
        .set({ undoneAt: ctx.now(), undoneBy: ctx.actor.id })
        .where(and(here(ctx, leadId, id), isNull(visitorIdentities.undoneAt))),
      orElse(new Conflict("already_undone", "This visitor no longer belongs to the lead.")),
    ],
    told("undone", identity),
  );
}

/** Unless the browser has named somebody else in the meantime. */
export async function redoStitch(ctx: Context, leadId: Id<"lead">, id: Id<"visitorIdentity">): Promise<void> {
  authorize(ctx, "leads:write");
  const identity = await getIdentity(ctx, leadId, id);
  const other = alias(visitorIdentities, "other");
  const another = ctx.db
    .select({ one: sql`1` })
    .from(other)
    .where(
      and(
        eq(other.organizationId, ctx.organization.id),
        eq(other.visitorId, identity.visitorId),
        isNull(other.undoneAt),
      ),
    );
  await write(
    ctx,
    [
      ctx.db
        .update(visitorIdentities)
        .set({ undoneAt: null, undoneBy: null })
        .where(and(here(ctx, leadId, id), isNotNull(visitorIdentities.undoneAt), notExists(another))),
      orElse(new Conflict("belongs_to_a_lead", "This visitor belongs to a lead already.")),
    ],
    told("redone", identity),
  );
}

function told(what: "undone" | "redone", { id, visitorId, leadId }: Identity) {
  return {
    facts: [{ type: `visitor.${what}`, subjectId: leadId, data: { visitorIdentityId: id } }],
    audit: [
      { action: `visitor.${what}`, resourceType: "lead", resourceId: leadId, changes: { visitorId, id } },
    ],
  };
}

type Identity = typeof visitorIdentities.$inferSelect;

function here(ctx: Context, leadId: Id<"lead">, id: Id<"visitorIdentity">) {
  return and(
    eq(visitorIdentities.id, id),
    eq(visitorIdentities.organizationId, ctx.organization.id),
    eq(visitorIdentities.leadId, leadId),
  );
}

async function getIdentity(ctx: Context, leadId: Id<"lead">, id: Id<"visitorIdentity">): Promise<Identity> {
  const [row] = await ctx.db
    .select()
    .from(visitorIdentities)
    .where(here(ctx, leadId, id));
  if (!row) throw new NotFound();
  return row;
}
