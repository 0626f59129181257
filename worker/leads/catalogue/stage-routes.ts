import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { createStage, deleteStage, updateStage } from "./change-stage-list";
import { getStage, stagesOf } from "./stages";
import { stageFields, stageToWire, stageWire } from "./wire";

const reading = { access: "organization", permission: "leads:read" } as const;
const configuring = { access: "organization", permission: "leads:configure", rate: "write" } as const;
const ofStages = { tag: "Lead stages", params: z.object({ stageId: idOf("leadStage") }) } as const;
const stageAnswer = { status: 200, schema: stageWire } as const;

export const stageRoutes = [
  route(
    {
      ...reading,
      tag: ofStages.tag,
      method: "get",
      path: "/v1/lead-stages",
      operation: "listLeadStages",
      summary: "List the stages of the pipeline",
      description: "In their order, thirty at most. An organization begins with nine.",
      answer: { status: 200, schema: z.strictObject({ data: z.array(stageWire) }) },
      budget: { read: 200, written: 40 },
    },
    async (ctx) => ({ data: (await stagesOf(ctx)).map(stageToWire) }),
  ),
  route(
    {
      ...configuring,
      tag: ofStages.tag,
      method: "post",
      path: "/v1/lead-stages",
      operation: "createLeadStage",
      summary: "Add a stage",
      body: z.strictObject({ ...stageFields, position: z.int().min(0).max(30).optional() }),
      answer: { status: 201, schema: stageWire },
      problems: ["conflict"],
      budget: { read: 300, written: 120 },
    },
    async (ctx, { body }) => stageToWire(await createStage(ctx, body)),
  ),
  route(
    {
      ...reading,
      ...ofStages,
      method: "get",
      path: "/v1/lead-stages/{stageId}",
      operation: "getLeadStage",
      summary: "Get a stage",
      answer: stageAnswer,
      budget: { read: 150, written: 40 },
    },
    async (ctx, { params }) => stageToWire(await getStage(ctx, params.stageId)),
  ),
  route(
    {
      ...configuring,
      ...ofStages,
      method: "patch",
      path: "/v1/lead-stages/{stageId}",
      operation: "updateLeadStage",
      summary: "Change a stage",
      description:
        "The status of a stage that leads stand in stays. `isDefault` makes it the one where new leads begin.",
      body: z
        .strictObject({ ...stageFields, position: z.int().min(0).max(30), isDefault: z.literal(true) })
        .partial(),
      answer: stageAnswer,
      problems: ["conflict"],
      budget: { read: 400, written: 120 },
    },
    async (ctx, { params, body }) => stageToWire(await updateStage(ctx, params.stageId, body)),
  ),
  route(
    {
      ...configuring,
      ...ofStages,
      method: "delete",
      path: "/v1/lead-stages/{stageId}",
      operation: "deleteLeadStage",
      summary: "Delete a stage that no lead stands in",
      answer: { status: 204 },
      problems: ["conflict"],
      budget: { read: 300, written: 60 },
    },
    async (ctx, { params }) => await deleteStage(ctx, params.stageId),
  ),
];
