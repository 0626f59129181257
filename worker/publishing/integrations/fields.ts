import * as z from "zod";
import { idOf } from "../../kernel/contract";
import { oneLine } from "../../people";

const address = z
  .string()
  .trim()
  .max(2000)
  .refine((typed) => URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol), {
    message: "Write the whole address, such as https://example.com.",
  })
  .refine((typed) => !URL.parse(typed)?.username && !URL.parse(typed)?.password, {
    message: "Leave user name and password out of the address.",
  });

const shared = {
  name: oneLine(120).optional(),
  businessId: idOf("business").nullable().default(null),
  publishScheduled: z.boolean().default(false),
};

const wordpress = z.strictObject({
  provider: z.literal("wordpress"),
  ...shared,
  url: address.meta({ examples: ["https://blog.example.com"] }),
  username: oneLine(100),
  password: z
    .string()
    .trim()
    .min(8, "Paste the application password that WordPress made.")
    .max(200)
    // A header cannot hold more than this, and WordPress makes no other.
    .regex(/^[\x20-\x7e]+$/, "Paste the application password that WordPress made.")
    .meta({ examples: ["abcd EFGH ijkl MNOP qrst UVWX"] }),
  asDraft: z.boolean().default(false),
  category: z.union([z.literal(""), oneLine(200)]).default(""),
});

const webhook = z.strictObject({
  provider: z.literal("webhook"),
  ...shared,
  url: address.meta({ examples: ["https://hooks.example.com/tributary"] }),
});

export const newIntegration = z.discriminatedUnion("provider", [wordpress, webhook]);
export type NewIntegration = z.output<typeof newIntegration>;

export const integrationChange = z.strictObject({
  name: oneLine(120).optional(),
  publishScheduled: z.boolean().optional(),
  asDraft: z.boolean().optional(),
  category: z.union([z.literal(""), oneLine(200)]).optional(),
  password: wordpress.shape.password.optional(),
});
export type IntegrationChange = z.output<typeof integrationChange>;
