import { eq } from "drizzle-orm";
import { aiBudgets } from "../../db/schema/cell/ai";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { findBudget, spentIn } from "./alerts";
import { openBudget } from "./budget";

export type Caps = { dailyCapMicros: number | null; monthlyCapMicros: number | null };

export async function readBudget(ctx: Context) {
  authorize(ctx, "spend:read");
  const budget = await findBudget(ctx);
  return { day: spentIn(ctx, budget, "day"), month: spentIn(ctx, budget, "month") };
}

/** Holds from the next call on. Raised over what people were told of, they are told again when it is reached. */
export async function changeCaps(ctx: Context, wanted: Partial<Caps>) {
  authorize(ctx, "spend:write");
  const before = await readBudget(ctx);
  const after = {
    dailyCapMicros: before.day.cap,
    monthlyCapMicros: before.month.cap,
    ...wanted,
  };
  await write(
    ctx,
    [
      openBudget(ctx),
      ctx.db
        .update(aiBudgets)
        .set({
          ...after,
          dayAlert: toldOf(before.day, after.dailyCapMicros),
          monthAlert: toldOf(before.month, after.monthlyCapMicros),
          updatedAt: ctx.now(),
        })
        .where(eq(aiBudgets.organizationId, ctx.organization.id)),
    ],
    {
      facts: [{ type: "spend.caps_changed", data: after }],
      audit: [
        {
          action: "spend.caps_changed",
          resourceType: "ai_budget",
          changes: {
            before: { dailyCapMicros: before.day.cap, monthlyCapMicros: before.month.cap },
            after,
          },
        },
      ],
    },
  );
  return await readBudget(ctx);
}

/** Under a new cap only what is still true of it counts as told. */
function toldOf(
  { spent, told, cap }: { spent: number; told: number; cap: number | null },
  next: number | null,
) {
  if (next === cap) return told;
  if (next === null || next === 0) return 0;
  return [100, 80, 50].find((level) => level <= told && spent * 100 >= next * level) ?? 0;
}
