import * as z from "zod";
import { clickVerdicts, devices } from "../../../db/schema/cell/links";
import { toWireTime, wireTime } from "../../kernel/contract";
import { clickReasons, type ClickReason } from "../pure/judge";
import type { Click } from "./list";

export const clickWire = z
  .strictObject({
    id: z.string(),
    linkId: z.string(),
    at: wireTime,
    country: z.string().nullable(),
    device: z.enum(devices),
    browser: z.string(),
    language: z.string(),
    referrer: z.string().meta({ description: "The host it came from; empty where that was not told." }),
    network: z.string().nullable().meta({
      description:
        "Without its last part. Null for visitors from Europe, and where the country is not known.",
    }),
    userAgent: z.string(),
    verdict: z.enum(clickVerdicts),
    reason: z.enum(clickReasons),
    judgedBy: z.string().nullable().meta({ description: "Who said otherwise than the rules." }),
  })
  .meta({ id: "Click" });

export function clickToWire(row: Click): z.input<typeof clickWire> {
  const { clickId, linkId, country, device, browser, language, referrer, network, userAgent, verdict } = row;
  const same = { linkId, country, device, browser, language, referrer, network, userAgent, verdict };
  return {
    ...same,
    id: clickId,
    at: toWireTime(row.createdAt),
    // safe: only judgements write the reason
    reason: row.reason as ClickReason,
    judgedBy: row.judgedBy,
  };
}

const counts = { human: z.int(), suspect: z.int(), bot: z.int() };
const named = z.array(z.strictObject({ name: z.string(), ...counts }));
const day = z.iso.date();

export const statsWire = z
  .strictObject({
    from: day,
    to: day,
    totals: z.strictObject(counts),
    previous: z.strictObject(counts).meta({ description: "Of as many days before." }),
    days: z.array(z.strictObject({ day, ...counts })),
    countries: named.meta({ description: "By two letters; ?? where it was not told." }),
    devices: named,
    referrers: named.meta({ description: "By host; direct where none was told." }),
  })
  .meta({ id: "LinkStats" });
