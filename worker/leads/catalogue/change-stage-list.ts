import { eq, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { leadStages } from "../../../db/schema/cell/lead-catalogue";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { moveSteps, placeSteps } from "../../kernel/order";
import { orElse, refuseWhen, type Step, write } from "../../kernel/write";
import { getStage, isStage, maxStages, type Stage, stagesOf } from "./stages";

export type StageDraft = Pick<Stage, "name" | "color" | "status" | "winProbability"> & {
  position?: number | undefined;
};

export async function createStage(ctx: Context, { position, ...draft }: StageDraft): Promise<Stage> {
  authorize(ctx, "leads:configure");
  const stages = await stagesOf(ctx);
  const id = ctx.newId("leadStage", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    ...draft,
    id,
    organizationId: ctx.organization.id,
    position: stages.length,
    createdAt: now,
    updatedAt: now,
  };
  const isFull = sql`(select count(*) from lead_stages where organization_id = ${ctx.organization.id}) >= ${maxStages}`;
  const steps: Step[] = [
    refuseWhen(isFull, new Conflict("too_many_stages", `There are at most ${maxStages} stages.`)),
    ctx.db.insert(leadStages).values(row),
    ...placeSteps(
      ctx,
      leadStages,
      stages.map((stage) => stage.id),
      id,
      position,
    ),
  ];
  await write(ctx, steps, {
    facts: [{ type: "lead_stage.created", subjectId: id, data: { name: draft.name } }],
    audit: [
      { action: "lead_stage.created", resourceType: "lead_stage", resourceId: id, changes: { after: draft } },
    ],
  });
  return await getStage(ctx, id);
}

/** The status of a stage that leads stand in stays: theirs follows from it, and so do their reports. */
export async function updateStage(
  ctx: Context,
  id: Id<"leadStage">,
  { position, isDefault, ...change }: Partial<StageDraft> & { isDefault?: true | undefined },
): Promise<Stage> {
  authorize(ctx, "leads:configure");
  const before = await getStage(ctx, id);
  const status = change.status ?? before.status;
  if (isDefault && status !== "new")
    throw Invalid.field("/isDefault", "not_new", "New leads begin in a stage with the status “new”.");
  if (before.isDefault && status !== "new")
    throw Invalid.field(
      "/status",
      "is_default",
      "New leads begin here: choose another stage for them first.",
    );
  const ids = (await stagesOf(ctx)).map((stage) => stage.id);
  const steps: Step[] = [
    ...(status === before.status ? [] : [refuseWhen(hasLeads(ctx, id), inUse)]),
    ...(isDefault ? [stepDown(ctx)] : []),
    ctx.db
      .update(leadStages)
      .set({ ...change, ...(isDefault ? { isDefault: true } : {}), updatedAt: ctx.now() })
      .where(isStage(ctx, id)),
    orElse(new NotFound()),
    ...moveSteps(ctx, leadStages, ids, id, position),
  ];
  await write(ctx, steps, {
    facts: [{ type: "lead_stage.updated", subjectId: id }],
    audit: [
      {
        action: "lead_stage.updated",
        resourceType: "lead_stage",
        resourceId: id,
        changes: { before, after: { ...change, position, isDefault } },
      },
    ],
  });
  return await getStage(ctx, id);
}

export async function deleteStage(ctx: Context, id: Id<"leadStage">): Promise<void> {
  authorize(ctx, "leads:configure");
  const { name, isDefault } = await getStage(ctx, id);
  if (isDefault)
    throw new Conflict("default_stage", "New leads begin here: choose another stage for them first.");
  const steps = [
    refuseWhen(hasLeads(ctx, id), inUse),
    ctx.db.delete(leadStages).where(isStage(ctx, id)),
    orElse(new NotFound()),
  ];
  await write(ctx, steps, {
    facts: [{ type: "lead_stage.deleted", subjectId: id }],
    audit: [
      {
        action: "lead_stage.deleted",
        resourceType: "lead_stage",
        resourceId: id,
        changes: { before: { name } },
      },
    ],
  });
}

const inUse = new Conflict("stage_in_use", "Leads stand in this stage. Move them to another one first.");

/** Deleted ones too, while they may come back. */
function hasLeads(ctx: Context, id: Id<"leadStage">) {
  const { id: organizationId } = ctx.organization;
  return sql`exists (select 1 from leads where organization_id = ${organizationId} and stage_id = ${id} and is_listed = 1)
    or exists (select 1 from deleted_leads where organization_id = ${organizationId} and stage_id = ${id})`;
}

function stepDown(ctx: Context): Step {
  return ctx.db
    .update(leadStages)
    .set({ isDefault: false })
    .where(eq(leadStages.organizationId, ctx.organization.id));
}
