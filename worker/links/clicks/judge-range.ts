import { and, asc, eq, gt, lt } from "drizzle-orm";
import * as z from "zod";
import { type Id, isId } from "../../../db/ids";
import { clicks, clickVerdicts } from "../../../db/schema/cell/links";
import { authorize, type Context } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { defineJob } from "../../kernel/jobs";
import { write } from "../../kernel/write";
import { judgeAll, type Verdict } from "../pure/judge";
import { getLink, type LinkOfPiece } from "../queries";
import { changeSteps, isOvertaken, placeOf, whoOf } from "./judge";
import { ofLink } from "./list";
import { type ClickRow, edgeOf, neighboursOf, rowOf } from "./neighbours";
import type { Changed } from "./verdicts";

export type RangeOrder = { from: string; to: string; verdict?: Verdict | null | undefined };

/** All clicks of a time get a verdict, or are judged by the rules anew: a job does it, piece by piece. */
export async function requestJudgement(
  ctx: Context,
  linkId: Id<"link">,
  order: RangeOrder,
): Promise<LinkOfPiece> {
  authorize(ctx, "links:write");
  const link = await getLink(ctx, linkId);
  const [from, to] = [Date.parse(order.from), Date.parse(order.to)];
  if (to <= from) throw Invalid.field("/to", "before_from", "The time ends before it begins.");
  const verdict = order.verdict ?? null;
  const payload = { linkId, from, to, verdict, by: whoOf(ctx) };
  await write(ctx, [], {
    jobs: [{ queue: "events", type: rangeType, payload }],
    audit: [
      {
        action: "click.range_judged",
        resourceType: "link",
        resourceId: linkId,
        changes: { from: order.from, to: order.to, verdict },
      },
    ],
  });
  return link;
}

const rangeType = "links.judge_range";
const atOnce = 200;
const leaseSeconds = 600;

const payload = z.object({
  linkId: z.string().refine((value): value is Id<"link"> => isId("link", value)),
  from: z.number(),
  to: z.number(),
  verdict: z.enum(clickVerdicts).nullable(),
  by: z.string(),
});
type Range = z.output<typeof payload>;

export const judgeRangeJob = defineJob(rangeType, { queue: "events", payload, leaseSeconds }, judgeRange);

/** Done again after a fall it changes nothing that is right already. */
export async function judgeRange(ctx: Context, range: Range): Promise<void> {
  let after: Id<"click"> | undefined;
  for (let some = await page(ctx, range, after); some.length > 0; some = await page(ctx, range, after)) {
    if (!(await judgePage(ctx, range, some))) continue;
    after = some.at(-1)?.clickId;
  }
  await write(ctx, [], {
    facts: [{ type: "link.judged", subjectId: range.linkId, data: { from: range.from, to: range.to } }],
  });
}

async function page(ctx: Context, { linkId, from, to }: Range, after: Id<"click"> | undefined) {
  const { cell } = ctx.organization;
  const rows = await ctx.db
    .select()
    .from(clicks)
    .where(
      and(
        ofLink(ctx, linkId),
        gt(clicks.clickId, after ?? edgeOf(cell, from)),
        lt(clicks.clickId, edgeOf(cell, to)),
        eq(clicks.linkId, linkId),
      ),
    )
    .orderBy(asc(clicks.clickId))
    .limit(atOnce);
  return rows.map(rowOf);
}

/** False where somebody was faster: then it is read and judged again. */
async function judgePage(ctx: Context, { verdict, by }: Range, some: ClickRow[]): Promise<boolean> {
  const place = placeOf(ctx);
  const judged = verdict ? null : judgeAll([...some, ...(await neighboursOf(place, some))]);
  const changed = some.flatMap((click): Changed[] => {
    const now = verdict ? { verdict, reason: "by_hand" as const } : judged?.get(click.clickId);
    const isSame = now?.verdict === click.verdict && now.reason === click.reason;
    return now && !isSame ? [{ click, ...now }] : [];
  });
  if (changed.length === 0) return true;
  try {
    await write(ctx, changeSteps(place, changed, verdict ? by : null));
    return true;
  } catch (error) {
    if (isOvertaken(error)) return false;
    throw error;
  }
}
