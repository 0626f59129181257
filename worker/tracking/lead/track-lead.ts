import type { Id } from "../../../db/ids";
import { getBusiness } from "../../businesses";
import { authorize, type Context } from "../../kernel/context";
import { write } from "../../kernel/write";
import { type Capture, captureLead } from "../../leads";
import { carriedClick, readMark, stitchSteps } from "../../visitors";

export type TrackedLead = Omit<Capture, "touch" | "firstTouch" | "consent" | "source"> & {
  sourceName?: string | undefined;
  utm?: Partial<Record<"source" | "medium" | "campaign" | "term" | "content", string>> | undefined;
  /** Marks as the tracking script hands them out: they say which browser and which click this lead came by. */
  visitor?: string | undefined;
  click?: string | undefined;
  happenedAt?: number | undefined;
};

export type LeadTracked = { leadId: Id<"lead">; created: boolean; stitched: boolean };

/** A lead that another program met. A mark that has run out costs the story before, never the lead. */
export async function trackLead(ctx: Context, tracked: TrackedLead): Promise<LeadTracked> {
  authorize(ctx, "leads:write");
  const { visitor, click, happenedAt = ctx.now(), utm = {}, sourceName, ...said } = tracked;
  if (said.businessId) await getBusiness(ctx, said.businessId);
  const visitorId = await readMark(ctx, "visitor", ctx.organization.id, visitor);
  const clickId = carriedClick(ctx.now(), click);
  const touch = {
    at: happenedAt,
    kind: "api",
    utm,
    ...(visitorId ? { visitorId } : {}),
    ...(clickId ? { clickId } : {}),
  };
  const source = sourceName ? ({ name: sourceName, type: "api" } as const) : undefined;
  return await captureLead(ctx, { ...said, touch, source }, async ({ leadId, created, steps, jobs }) => {
    const stitch = visitorId ? stitchSteps(ctx, { visitorId, kind: "kept", leadId, how: "api" }) : [];
    const audit = [
      { action: "lead.tracked", resourceType: "lead", resourceId: leadId, changes: { created } },
    ];
    await write(ctx, [...steps, ...stitch], { jobs, audit });
    return { leadId, created, stitched: visitorId !== null };
  });
}
