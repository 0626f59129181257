import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { personalData } from "./personal-data";

const row = z.record(z.string(), z.unknown());

export const personalDataRoute = route(
  {
    tag: "Leads",
    access: "organization",
    permission: "leads:export",
    method: "get",
    path: "/v1/leads/{leadId}/personal-data",
    operation: "exportPersonalData",
    summary: "Everything that is kept of a lead",
    description:
      "For a person who asks what is known of them: as it is kept, also where the lead was deleted. What its browsers did is told by the journey.",
    params: z.object({ leadId: idOf("lead") }),
    answer: {
      status: 200,
      schema: z.strictObject({
        lead: row,
        company: row.nullable(),
        mergedLeads: z.array(row),
        kept: z.record(z.string(), z.array(row)).meta({
          description:
            "Its rows by kind: touches, sales, activities, conversations, scores with their factors, insights …",
        }),
        notIncluded: z.record(z.string(), z.string()).meta({
          description:
            "Which kinds are not here or not whole: for want of this permission, or `too_many` (5000 are told).",
        }),
      }),
    },
    budget: { read: 60_000, written: 20 },
  },
  async (ctx, { params }) => await personalData(ctx, params.leadId),
);
