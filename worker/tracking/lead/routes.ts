import * as z from "zod";
import { idOf, route, wireTime } from "../../kernel/contract";
import { Invalid } from "../../kernel/errors";
import { matchKeyOf } from "../../leads";
import { trackLead } from "./track-lead";

const short = z.string().trim().max(200);
const mark = z.string().max(100);
const utm = z
  .strictObject({ source: short, medium: short, campaign: short, term: short, content: short })
  .partial();

const trackedLead = z.strictObject({
  email: z.email().max(320).optional(),
  phone: short.optional(),
  firstName: short.optional(),
  lastName: short.optional(),
  jobTitle: short.optional(),
  companyName: short.optional(),
  website: z.url().max(500).optional(),
  language: z.string().max(20).optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
  businessId: idOf("business").optional(),
  sourceName: z.string().trim().min(1).max(80).optional(),
  utm: utm.optional(),
  visitor: mark
    .optional()
    .meta({ description: "`window.tributary.visitor`, which is there once consent was given." }),
  click: mark.optional().meta({ description: "The `trb_c` that a short link added to the address." }),
  happenedAt: wireTime.optional(),
});

const trackLeadRoute = route(
  {
    tag: "Tracking",
    access: "organization",
    permission: "leads:write",
    rate: "write",
    method: "post",
    path: "/v1/track/lead",
    operation: "trackLead",
    summary: "Tell of a lead",
    description:
      "Finds the lead by its address, its number or its name with a company, and makes a new one where there is none.",
    body: trackedLead,
    answer: {
      status: 200,
      schema: z.strictObject({
        leadId: z.string(),
        created: z.boolean(),
        stitched: z.boolean().meta({ description: "The visitor's story before this is the lead's." }),
      }),
    },
    budget: { read: 80, written: 30 },
  },
  async (ctx, { body: { happenedAt, ...said } }) => {
    if (matchKeyOf(stated(said)) === null)
      throw Invalid.field("/email", "required", "Send an email, a phone number, or a name with a company.");
    return await trackLead(ctx, {
      ...said,
      ...(happenedAt === undefined ? {} : { happenedAt: Date.parse(happenedAt) }),
    });
  },
);

function stated({ email, phone, firstName, lastName, companyName }: z.output<typeof trackedLead>) {
  return {
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(companyName === undefined ? {} : { companyName }),
  };
}

export const trackLeadRoutes = [trackLeadRoute];
