import * as z from "zod";
import { customFieldTypes } from "../../db/schema/cell/lead-catalogue";
import { idOf } from "../kernel/contract";

const simpleTypes = customFieldTypes.filter((type) => type !== "select" && type !== "multiselect");

/** What is to be made of a file. */
export const planShape = z.strictObject({
  hasHeader: z.boolean().default(true).meta({ description: "The first row names the columns." }),
  columns: z
    .array(
      z.strictObject({
        column: z.int().min(0).max(299),
        to: z
          .string()
          .max(80)
          .optional()
          .meta({ description: "A field of a lead, or “custom.” and the key of a custom field." }),
        newField: z
          .strictObject({ label: z.string().trim().min(1).max(60), type: z.enum(simpleTypes) })
          .optional()
          .meta({ description: "Makes a custom field of the column." }),
      }),
    )
    .min(1)
    .max(300),
  duplicates: z
    .enum(["skip", "update", "create"])
    .default("skip")
    .meta({ description: "What is done with a row about somebody who is a lead already." }),
  stageId: idOf("leadStage").nullable().default(null),
  sourceId: idOf("leadSource").nullable().default(null),
  assignedTo: idOf("user").nullable().default(null),
  tagIds: z.array(idOf("leadTag")).max(20).default([]).meta({ example: [] }),
  currency: z
    .string()
    .regex(/^[a-z]{3}$/)
    .default("usd")
    .meta({ example: "usd" }),
  decimal: z.enum(["point", "comma"]).default("point"),
  dates: z.enum(["dmy", "mdy"]).default("dmy"),
  automations: z.boolean().default(false).meta({
    description:
      "Every new lead is announced like one that came by itself, and every new owner of one that was there.",
  }),
});

export type Plan = z.output<typeof planShape>;

/** Whether others hear of each lead. */
export function isTold({ plan }: { plan: Record<string, unknown> | null }): boolean {
  return plan?.["automations"] === true;
}
