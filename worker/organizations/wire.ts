import { z } from "zod";
import { wireTime } from "../kernel/contract";

export const organizationWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    planSlug: z.string(),
    status: z.enum(["active", "suspended", "deleted"]),
    createdAt: wireTime,
  })
  .meta({ id: "Organization" });
