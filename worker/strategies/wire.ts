import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import { strategyFields } from "./fields";
import type { Strategy } from "./queries";

export const strategyWire = z
  .strictObject({
    id: z.string(),
    businessId: z.string(),
    ...strategyFields,
    isDefault: z.boolean().meta({ description: "What a new bundle of this business starts with." }),
    archivedAt: wireTime.nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Strategy" });

export function strategyToWire(row: Strategy): z.input<typeof strategyWire> {
  const { organizationId: _, ...rest } = row;
  return {
    ...rest,
    archivedAt: toWireTime(row.archivedAt),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}
