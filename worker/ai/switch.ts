import { inArray } from "drizzle-orm";
import * as z from "zod";
import { appSettings } from "../../db/schema/control/platform";
import type { Base } from "../kernel/context";
import { Resting } from "../kernel/errors";

export const stopKey = "generation.stopped";
export const limitsKey = "generation.limits";

const stopShape = z.object({ since: z.number(), by: z.string(), reason: z.string() });
const limitsShape = z.object({
  dailyCapMicros: z.number().int().nullable(),
  maxTokens: z.number().int().nullable(),
});

export type Stop = z.infer<typeof stopShape>;
export type PlatformLimits = z.infer<typeof limitsShape>;

/** Until an operator says otherwise: a runaway day costs this much and no more. */
export const usualLimits: PlatformLimits = { dailyCapMicros: 250_000_000, maxTokens: null };

/** Jobs that meet the stop are put down until this very time, which never comes: whoever lifts it finds them by it. */
export const stoppedUntil = Date.UTC(9999, 0, 1);

/** Asked at every call and never remembered, so that the operator's word holds at once (COST-02). */
export async function readSwitch(base: Base): Promise<{ stop: Stop | null; limits: PlatformLimits }> {
  const rows = await base.control
    .select({ key: appSettings.key, value: appSettings.value })
    .from(appSettings)
    .where(inArray(appSettings.key, [stopKey, limitsKey]));
  const valueOf = (key: string) => rows.find((row) => row.key === key)?.value;
  return {
    stop: stopShape.safeParse(valueOf(stopKey)).data ?? null,
    limits: limitsShape.safeParse(valueOf(limitsKey)).data ?? usualLimits,
  };
}

export async function assertGenerationAllowed(base: Base): Promise<PlatformLimits> {
  const { stop, limits } = await readSwitch(base);
  if (stop) throw generationStopped();
  return limits;
}

export function generationStopped(): Resting {
  return new Resting(
    "generation_stopped",
    "Writing is stopped for everybody at the moment. Nothing is lost: it goes on by itself when the stop is lifted.",
    stoppedUntil,
  );
}
