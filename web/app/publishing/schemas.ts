import "~/schemas/without-eval";
import * as z from "zod";

export const postedSchema = z.object({
  url: z
    .string()
    .trim()
    .max(2000, "This address is too long.")
    .regex(/^https?:\/\/[^\s]+$/i, "Write the whole address, beginning with https://.")
    .optional(),
});
