import * as z from "zod";
import { topicStates } from "../../db/schema/cell/business";
import { toWireTime, wireTime } from "../kernel/contract";
import { topicFields } from "./fields";
import type { Topic } from "./topic-queries";

const scoreWire = z.strictObject({ value: z.number().int().min(0).max(100), reason: z.string() }).nullable();

export const topicWire = z
  .strictObject({
    id: z.string(),
    businessId: z.string(),
    strategyId: z.string().nullable(),
    ...topicFields,
    engagement: scoreWire.meta({
      description: "How much readers will care, and why; null where nobody judged.",
    }),
    difficulty: scoreWire.meta({ description: "How hard it is to be found with it, and why." }),
    status: z.enum(topicStates),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Topic" });

export function topicToWire(row: Topic): z.input<typeof topicWire> {
  const { id, businessId, strategyId, title, subheader, description, keywords, seoKeywords, scenario } = row;
  return {
    id,
    businessId,
    strategyId,
    title,
    subheader,
    description,
    keywords,
    seoKeywords,
    scenario,
    engagement: scoreOf(row.engagementScore, row.engagementReason),
    difficulty: scoreOf(row.difficultyScore, row.difficultyReason),
    status: row.status,
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

function scoreOf(value: number | null, reason: string) {
  return value === null ? null : { value, reason };
}
