import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { getLead } from "../leads";
import { mergeLeads, previewMerge } from "./merge";
import { mergeChoices } from "./merge-fields";
import { mergesOf } from "./queries";
import { reading, writing } from "./routes";
import { undoMerge } from "./undo";
import { mergeToWire, mergeWire, previewToWire, previewWire } from "./wire";

const both = {
  leadId: idOf("lead").meta({ description: "The one that stays." }),
  mergedId: idOf("lead").meta({ description: "The one that is taken up." }),
};

export const ofMerges = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/lead-merge-preview",
      operation: "previewLeadMerge",
      summary: "See what merging two leads would do",
      query: z.strictObject(both),
      answer: { status: 200, schema: previewWire },
      problems: ["conflict"],
    },
    async (ctx, { query }) => await previewToWire(ctx, await previewMerge(ctx, query)),
  ),
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/lead-merges",
      operation: "mergeLeads",
      summary: "Merge two leads",
      description:
        "Everything that belongs to the second goes to the first. Choices are by the names of the preview’s fields. Can be undone for thirty days.",
      body: z.strictObject({
        ...both,
        choices: z.record(z.string().max(80), z.enum(mergeChoices)).default({}).meta({ example: {} }),
      }),
      answer: { status: 201, schema: mergeWire },
      problems: ["conflict"],
      budget: { read: 4000, written: 400 },
    },
    async (ctx, { body }) => mergeToWire(await mergeLeads(ctx, body)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/leads/{leadId}/merges",
      operation: "listMergesOfLead",
      summary: "What was merged into a lead",
      description: "The last first.",
      params: z.object({ leadId: idOf("lead") }),
      answer: { status: 200, schema: z.strictObject({ data: z.array(mergeWire) }) },
    },
    async (ctx, { params: { leadId } }) => {
      const [rows] = await Promise.all([mergesOf(ctx, leadId), getLead(ctx, leadId)]);
      return { data: rows.map(mergeToWire) };
    },
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/lead-merges/{leadMergeId}",
      operation: "undoLeadMerge",
      summary: "Undo a merge",
      description: "Both are what they were; what was changed or came in since stays as it is.",
      params: z.object({ leadMergeId: idOf("leadMerge") }),
      answer: { status: 200, schema: mergeWire },
      problems: ["conflict"],
      budget: { read: 4000, written: 400 },
    },
    async (ctx, { params }) => mergeToWire(await undoMerge(ctx, params.leadMergeId)),
  ),
];
