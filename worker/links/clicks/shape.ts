import * as z from "zod";
import { type Id, isId } from "../../../db/ids";
import { devices } from "../../../db/schema/cell/links";

/** What of a click goes through the queue: no address, nothing that names anybody. */
export const clickShape = z.strictObject({
  linkId: z.string().refine((value): value is Id<"link"> => isId("link", value)),
  visitorId: z.string().max(64).nullable(),
  country: z.string().length(2).nullable(),
  device: z.enum(devices),
  browser: z.string().max(40),
  language: z.string().max(20),
  referrer: z.string().max(100),
  network: z.string().max(50).nullable(),
  userAgent: z.string().max(300),
  signals: z.array(z.string().max(40)).max(20),
});

export type ClickData = z.output<typeof clickShape>;
