import type { Id } from "../../../db/ids";
import { authorize, type Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { type Step, write } from "../../kernel/write";
import { type Judgement, judgeAll, type Verdict } from "../pure/judge";
import { tally } from "../pure/tally";
import { countSteps } from "./count";
import { type Click, getClick } from "./list";
import { neighboursOf, rowOf } from "./neighbours";
import { overtaken, type Place } from "./place";
import { type Changed, verdictSteps } from "./verdicts";

/** What a person says of a click; null leaves it to the rules again. Every count follows, and so does the way back. */
export async function judgeClick(
  ctx: Context,
  { linkId, clickId }: { linkId: Id<"link">; clickId: Id<"click"> },
  verdict: Verdict | null,
): Promise<Click> {
  authorize(ctx, "links:write");
  const before = await getClick(ctx, linkId, clickId);
  const click = rowOf(before);
  const place = placeOf(ctx);
  const now: Judgement = verdict ? { verdict, reason: "by_hand" } : await byRules(place, click);
  if (now.verdict === click.verdict && now.reason === click.reason) return before;
  await write(ctx, changeSteps(place, [{ click, ...now }], verdict ? whoOf(ctx) : null), {
    facts: [{ type: "click.judged", subjectId: clickId, data: { linkId, verdict: now.verdict } }],
    audit: [
      {
        action: "click.judged",
        resourceType: "link",
        resourceId: linkId,
        changes: { clickId, before: click.verdict, after: now.verdict },
      },
    ],
  });
  return await getClick(ctx, linkId, clickId);
}

async function byRules(place: Place, click: ReturnType<typeof rowOf>): Promise<Judgement> {
  const judged = judgeAll([click, ...(await neighboursOf(place, [click]))]);
  // safe: every click that goes in is judged
  return judged.get(click.clickId) as Judgement;
}

/** For one batch: the verdicts, and what they take from one count and give to another. */
export function changeSteps(place: Place, changed: readonly Changed[], judgedBy: string | null): Step[] {
  const counts = tally(
    changed.flatMap(({ click, verdict }) => [
      { click, verdict: click.verdict, by: -1 as const },
      { click, verdict, by: 1 as const },
    ]),
  );
  return [...verdictSteps(place, changed, judgedBy), ...countSteps(place, counts, new Map())];
}

export function placeOf(ctx: Context): Place {
  return { base: ctx, cell: ctx.organization.cell, organizationId: ctx.organization.id };
}

export function whoOf({ actor }: Context): string {
  return actor.id ?? "system";
}

export function isOvertaken(error: unknown): boolean {
  return error instanceof Conflict && error.reason === overtaken.reason;
}
