import type { Context } from "../kernel/context";
import { costOf, usualTokens } from "./prices";
import type { AiTask } from "./tasks";

/** About what an order will cost and exactly how many uses of the plan it takes, before anything is held. */
export function estimate(
  ctx: Context,
  parts: readonly { task: AiTask; count: number }[],
): { costMicros: number; uses: number } {
  const { model } = ctx.providers.ai;
  return parts.reduce(
    ({ costMicros, uses }, { task, count }) => {
      const { input, output } = usualTokens[task];
      return { costMicros: costMicros + costOf(model, input, output) * count, uses: uses + count };
    },
    { costMicros: 0, uses: 0 },
  );
}
