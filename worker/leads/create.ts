import { leads } from "../../db/schema/cell/leads";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { isTaken, type Step, write } from "../kernel/write";
import { columnsOf, refuseTakenValues } from "./draft";
import { matchKeyOf, nameKeyOf, phoneKey } from "./pure/match";
import { positionOnTop } from "./pure/position";
import { getLead, type Lead, type LeadDraft } from "./queries";
import { searchSteps } from "./listing/search-index";
import type { NewLead } from "./shapes";
import { type Stage, stagesOf } from "./catalogue/stages";
import { putIn } from "./upkeep";

/** By hand or by the API: in every list at once. Somebody who is known already is not made a second time. */
export async function createLead(ctx: Context, { stageId, ...said }: NewLead): Promise<Lead> {
  authorize(ctx, "leads:write");
  const columns = await columnsOf(ctx, { customFields: {}, ...said }, null);
  assertSaysWho(columns);
  const stages = await stagesOf(ctx);
  const stage =
    stages.find((each) => (stageId ? each.id === stageId : each.isDefault)) ??
    (stageId ? undefined : stages[0]);
  if (!stage) throw Invalid.field("/stageId", "unknown_stage", "There is no such stage.");
  const now = ctx.now();
  const id = ctx.newId("lead", ctx.organization.cell);
  const row: LeadDraft = {
    ...columns,
    id,
    organizationId: ctx.organization.id,
    isListed: true,
    matchKey: matchKeyOf(columns),
    phoneKey: phoneKey(columns.phone),
    nameKey: nameKeyOf(columns),
    stageId: stage.id,
    status: stage.status,
    stageSince: now,
    qualifiedAt: isQualified(stage.status) ? now : null,
    closedAt: isClosed(stage.status) ? now : null,
    position: positionOnTop(now, ctx.random(3)),
    lastActivityAt: now,
    createdBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  };
  const steps: Step[] = [
    ...(await refuseTakenValues(ctx, id, columns.customFields)),
    ctx.db.insert(leads).values(row),
    ...putIn(ctx, [id]),
    ...searchSteps(ctx, [{ ...blank, ...columns, id }]),
  ];
  await writeLead(ctx, steps, id, stage);
  return await getLead(ctx, id);
}

const blank = {
  firstName: "",
  lastName: "",
  jobTitle: "",
  email: null,
  phone: null,
  notes: "",
  companyName: "",
};

async function writeLead(
  ctx: Context,
  steps: Step[],
  id: Lead["id"],
  { id: stageId, status }: Stage,
): Promise<void> {
  try {
    await write(ctx, steps, {
      facts: [{ type: "lead.created", subjectId: id, data: { stageId, status } }],
      audit: [{ action: "lead.created", resourceType: "lead", resourceId: id }],
    });
  } catch (error) {
    throw isTaken(error, "leads.match_key") ? leadExists : error;
  }
}

export const leadExists = new Conflict(
  "lead_exists",
  "Somebody with this address, number or name at this company is a lead already.",
);

export function isClosed(status: Lead["status"]): boolean {
  return status === "closed_won" || status === "closed_lost";
}

/** Worth working on, or won already. */
export function isQualified(status: Lead["status"]): boolean {
  return ["qualified", "proposal", "negotiation", "closed_won"].includes(status);
}

function assertSaysWho({ firstName, lastName, email, phone, companyName }: Partial<LeadDraft>): void {
  if (firstName || lastName || email || phone || companyName) return;
  throw Invalid.field("/email", "required", "Give a name, an address, a number or a company.");
}
