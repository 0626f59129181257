import * as z from "zod";
import { leadStatuses } from "../../../db/schema/cell/leads";
import { type Condition, conditionSchema } from "../../kernel/conditions";
import type { Context } from "../../kernel/context";
import { idOf } from "../../kernel/contract";
import { Invalid } from "../../kernel/errors";
import type { Filters } from "./filters";

/** What may stand in the address of everything that is about some of the leads. */
export const filterQuery = {
  status: z.enum(leadStatuses).optional(),
  stageId: idOf("leadStage").optional(),
  assignedTo: z
    .union([z.enum(["me", "none"]), idOf("user")])
    .optional()
    .meta({ description: "A person, `me`, or `none`." }),
  sourceId: idOf("leadSource").optional(),
  companyId: idOf("company").optional(),
  tagId: idOf("leadTag").optional(),
  viewId: idOf("savedView").optional(),
  condition: z
    .string()
    .max(20_000)
    .optional()
    .meta({ description: "A condition tree as JSON; see lead-fields for what it may ask." }),
};

const shape = z.object(filterQuery);
export type FilterQuery = z.output<typeof shape>;

export function filtersOf(ctx: Context, query: FilterQuery, ofView: Condition | null = null): Filters {
  const { assignedTo, condition, viewId: _, ...plain } = query;
  const conditions = [
    ...(ofView ? [ofView] : []),
    ...(condition === undefined ? [] : [readCondition(condition)]),
  ];
  return {
    ...plain,
    conditions,
    ...(assignedTo === undefined ? {} : { assignedTo: whose(ctx, assignedTo) }),
  };
}

function whose(ctx: Context, who: string): string | null {
  if (who === "none") return null;
  if (who !== "me") return who;
  if (ctx.actor.kind !== "user")
    throw Invalid.field("/assignedTo", "no_person", "A key is nobody: name a person.");
  return ctx.actor.id;
}

export function readCondition(text: string): Condition {
  const parsed = conditionSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Invalid(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: ["/condition", ...path.map(String)].join("/"),
      code: "invalid",
      detail: message,
    })),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw Invalid.field("/condition", "invalid_json", "This is not JSON.");
  }
}
