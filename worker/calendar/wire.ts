import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import { pieceSummaryToWire, pieceSummaryWire, type PieceRow } from "../pieces";
import type { BundlePlan } from "./spread-bundle";
import type { Rhythm, Slot } from "./slots";

const basis = z.enum(["posting_times", "usual"]).meta({
  description: "`usual` where the business has named no times for the channel: working days at nine.",
});
const local = z.string().meta({
  description: "What the business's clocks show, such as 2027-03-28T09:00.",
  examples: ["2027-03-28T09:00"],
});

export const calendarWire = z
  .strictObject({
    data: z.array(pieceSummaryWire),
    isCut: z.boolean().meta({ description: "There is more in this window than is answered: ask for less." }),
  })
  .meta({ id: "Calendar" });

export const freeSlotsWire = z
  .strictObject({
    timezone: z.string(),
    basis,
    slots: z.array(z.strictObject({ at: wireTime, local })),
  })
  .meta({ id: "FreeSlots" });

export const bundleScheduleWire = z
  .strictObject({
    dryRun: z.boolean(),
    timezone: z.string(),
    basis: z.record(z.string(), basis).meta({ description: "By channel." }),
    placements: z.array(
      z.strictObject({ pieceId: z.string(), title: z.string(), channel: z.string(), at: wireTime, local }),
    ),
    left: z
      .array(z.strictObject({ pieceId: z.string(), title: z.string(), channel: z.string() }))
      .meta({ description: "For these the rest of the period has no free time." }),
  })
  .meta({ id: "BundleSchedule" });

export function calendarToWire(rows: PieceRow[], limit: number): z.input<typeof calendarWire> {
  return { data: rows.slice(0, limit).map(pieceSummaryToWire), isCut: rows.length > limit };
}

export function freeSlotsToWire(timezone: string, { basis: of }: Rhythm, slots: Slot[], limit: number) {
  const shown = slots.slice(0, limit);
  return {
    timezone,
    basis: of,
    slots: shown.map(({ at, local: shows }) => ({ at: toWireTime(at), local: shows })),
  };
}

export function bundleScheduleToWire(plan: BundlePlan, dryRun: boolean): z.input<typeof bundleScheduleWire> {
  const named = ({ id, title, channel }: PieceRow) => ({ pieceId: id, title, channel });
  return {
    dryRun,
    timezone: plan.timezone,
    basis: plan.basis,
    placements: plan.placements.map(({ piece, slot }) => ({
      ...named(piece),
      at: toWireTime(slot.at),
      local: slot.local,
    })),
    left: plan.left.map(named),
  };
}
