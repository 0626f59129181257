import * as z from "zod";

const host = /^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{2,5})?$/;

/** A host name on each line, or with commas; a whole address counts as its host. */
const domains = z
  .string()
  .default("")
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .map((line) => line.replace(/^https?:\/\//, "").replace(/\/.*$/, ""))
      .filter((line) => line !== ""),
  )
  .refine((list) => list.length <= 50, "Use at most 50 host names.")
  .refine((list) => list.every((line) => host.test(line)), "Write host names such as “www.example.com”.");

export const trackingKeySchema = z.object({
  name: z.string().trim().min(1, "Give it a name.").max(80, "Use at most 80 characters."),
  domains,
  consentMode: z.enum(["ask", "cookieless"]).default("ask"),
});
