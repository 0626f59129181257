import type { Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";

const minute = 60_000;
const day = 86_400_000;
export const nightType = "insights.night";

/** Once in the coming night, each organization at a minute of its own: time alone makes somebody quiet or a task overdue. */
export function nextNight(ctx: Context): JobDraft {
  const midnight = Math.floor(ctx.now() / day + 1) * day;
  const own = (ctx.organization.id.codePointAt(21) ?? 0) + 7 * (ctx.organization.id.codePointAt(23) ?? 0);
  return nightFrom(null, midnight + (60 + (own % 180)) * minute);
}

export function nightFrom(after: string | null, runAt: number): JobDraft {
  const dedupeKey = `insights:${Math.floor(runAt / day)}:${after ?? ""}`;
  return { queue: "delivery", type: nightType, payload: { after }, runAt, dedupeKey };
}
