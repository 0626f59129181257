import * as z from "zod";
import { normalizedEmail } from "./email";

const sendableTypes = ["view", "click", "conversion", "identify"] as const;
const detail = z.record(
  z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/),
  z.union([z.string().max(500), z.number(), z.boolean()]),
);

const sentEvent = z.strictObject({
  /** Made by the browser, so that what is sent twice is one. */
  id: z.string().regex(/^[A-Za-z0-9-]{8,40}$/),
  type: z.enum(sendableTypes),
  at: z.int().nonnegative(),
  url: z.string().max(4000).optional(),
  title: z.string().max(500).optional(),
  referrer: z.string().max(4000).optional(),
  /** Where a click led. */
  target: z.string().max(4000).optional(),
  email: z.string().max(320).transform(normalizedEmail).optional(),
  data: detail.refine((value) => Object.keys(value).length <= 20).optional(),
});

/** What a page sends at once. `visitor`, `handover` and `click` are marks that we signed. */
export const sentShape = z.strictObject({
  key: z.string().max(60),
  /** The visitor agreed to be known again. */
  consent: z.boolean(),
  /** The browser's own clock when it sent this. */
  now: z.int().nonnegative(),
  session: z.string().max(40).optional(),
  visitor: z.string().max(100).optional(),
  handover: z.string().max(100).optional(),
  click: z.string().max(100).optional(),
  events: z.array(sentEvent).min(1).max(20),
});

export type Sent = z.output<typeof sentShape>;
export type SentEvent = z.output<typeof sentEvent>;

const clockMayDifferMs = 5 * 60_000;
const longestWaitMs = 24 * 3_600_000;

/** By the browser's clock where it is about right, otherwise by how long ago it says that was. */
export function timeOf({ at }: SentEvent, sentAt: number, now: number): number {
  if (Math.abs(sentAt - now) <= clockMayDifferMs && at <= now + clockMayDifferMs && at >= now - longestWaitMs)
    return at;
  return now - Math.min(Math.max(sentAt - at, 0), longestWaitMs);
}
