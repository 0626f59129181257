import { authorize, type Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import { write } from "../kernel/write";
import { isoDay } from "./pure/periods";

const minute = 60_000;
const day = 86_400_000;
const type = "forecasts.make";

/** At once, however often it is asked for within a minute. */
export async function orderForecasts(ctx: Context): Promise<void> {
  authorize(ctx, "leads:write");
  const dedupeKey = `forecasts:now:${Math.floor(ctx.now() / minute)}`;
  await write(ctx, [], { jobs: [{ queue: "delivery", type, payload: {}, dedupeKey }] });
}

/** Once there is something to foretell from, nobody has to ask: the night begins, and from then on orders the next one. */
export async function expectForecasts(ctx: Context): Promise<void> {
  await write(ctx, [], { jobs: [nextForecasts(ctx)] });
}

/** In the coming night, once, each organization at a minute of its own. */
export function nextForecasts(ctx: Context): JobDraft {
  const midnight = Math.floor(ctx.now() / day + 1) * day;
  const own = (ctx.organization.id.codePointAt(20) ?? 0) + 7 * (ctx.organization.id.codePointAt(24) ?? 0);
  const runAt = midnight + (120 + (own % 180)) * minute;
  return { queue: "delivery", type, payload: {}, runAt, dedupeKey: `forecasts:${isoDay(runAt)}` };
}
