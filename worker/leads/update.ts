import { and, eq } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { authorize, can, type Context } from "../kernel/context";
import { Conflict, Forbidden } from "../kernel/errors";
import type { FactDraft } from "../kernel/drafts";
import { isTaken, orElse, type Step, write } from "../kernel/write";
import { assignedFact } from "./assigned-fact";
import { changedKeys } from "./capture";
import { leadExists } from "./create";
import { columnsOf, refuseTakenValues } from "./draft";
import { getLead, isLead, type Lead, type LeadDraft } from "./queries";
import { searchSteps } from "./listing/search-index";
import type { LeadChange } from "./shapes";
import { aspectsOf, withUpkeep } from "./upkeep";

const searched = new Set(["firstName", "lastName", "jobTitle", "email", "phone", "notes", "companyName"]);
const contact = ["email", "phone", "notes", "address"] as const;

/** Changes what is given. Somebody else's change in between is never overwritten unseen: that ends as a conflict. */
export async function updateLead(ctx: Context, id: Id<"lead">, change: LeadChange): Promise<Lead> {
  authorize(ctx, "leads:write");
  if (contact.some((name) => change[name] !== undefined) && !can(ctx, "leads:contact"))
    throw new Forbidden("leads:contact");
  const before = await getLead(ctx, id);
  const columns = await columnsOf(ctx, change, before);
  const names = changedNames(before, columns);
  if (names.length === 0) return before;
  const after = { ...before, ...columns };
  const steps: Step[] = [
    ...(await refuseTakenValues(ctx, id, columns.customFields)),
    ...withUpkeep(
      ctx,
      [id],
      [
        ctx.db
          .update(leads)
          .set({ ...columns, ...changedKeys(before, after), updatedAt: ctx.now() })
          .where(and(isLead(ctx, id), eq(leads.updatedAt, before.updatedAt))),
        orElse(changedMeanwhile),
      ],
      aspectsOf(names),
    ),
    ...(names.some((name) => searched.has(name)) ? searchSteps(ctx, [after]) : []),
  ];
  await writeChange(ctx, steps, before, after, names);
  return await getLead(ctx, id);
}

/** The log is kept for years and a lead may be erased: it tells which fields changed, and values only of what is nobody's own. */
async function writeChange(
  ctx: Context,
  steps: Step[],
  before: Lead,
  after: Lead,
  names: (keyof Lead)[],
): Promise<void> {
  const told = names.filter((name) => impersonal.has(name));
  const changes = { fields: names, before: pick(before, told), after: pick(after, told) };
  const facts: FactDraft[] = [
    { type: "lead.updated", subjectId: before.id, data: { fields: names } },
    ...assignedFact(before, after.assignedTo),
  ];
  try {
    await write(ctx, steps, {
      facts,
      audit: [{ action: "lead.updated", resourceType: "lead", resourceId: before.id, changes }],
    });
  } catch (error) {
    throw isTaken(error, "leads.match_key") ? leadExists : error;
  }
}

/** What says nothing of who somebody is. */
const impersonal = new Set<string>([
  "assignedTo",
  "teamId",
  "sourceId",
  "businessId",
  "companyId",
  "tags",
  "predictedValue",
  "valueCurrency",
  "engagementLevel",
  "nextFollowUpAt",
  "lastContactedAt",
]);

export const changedMeanwhile = new Conflict(
  "changed_meanwhile",
  "Somebody has just changed this lead. Look at it again.",
);

function changedNames(before: Lead, columns: Partial<LeadDraft>): (keyof Lead)[] {
  const names = Object.keys(columns) as (keyof Lead)[]; // safe: the keys of a draft are columns
  return names.filter(
    (name) => !followsFromOthers.has(name) && JSON.stringify(before[name]) !== JSON.stringify(columns[name]),
  );
}

const followsFromOthers = new Set(["assignedAt", "firstContactedAt"]);

function pick(lead: Lead, names: (keyof Lead)[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, lead[name]]));
}
