import * as z from "zod";
import { integrationProviders, integrationStates } from "../../../db/schema/cell/publishing";
import { toWireTime, wireTime } from "../../kernel/contract";
import type { Integration } from "./queries";
import { integrationSettingsOf } from "./settings";

const shape = {
  id: z.string(),
  provider: z.enum(integrationProviders),
  name: z.string(),
  status: z
    .enum(integrationStates)
    .meta({ description: "`failing`: the last try did not work; `lastError` says why." }),
  businessId: z.string().nullable().meta({ description: "Null serves every business." }),
  url: z.string(),
  username: z.string().nullable(),
  publishScheduled: z.boolean(),
  asDraft: z.boolean(),
  category: z.string(),
  lastSyncAt: wireTime.nullable(),
  lastError: z.string().nullable(),
  createdAt: wireTime,
  updatedAt: wireTime,
};

export const integrationWire = z.strictObject(shape).meta({ id: "Integration" });
export const integrationWithSecretWire = z
  .strictObject({
    ...shape,
    secret: z
      .string()
      .nullable()
      .meta({ description: "Of a webhook: what it is signed with, shown this once." }),
  })
  .meta({ id: "IntegrationWithSecret" });

/** Never with its credentials: they only ever go into a request to the other side. */
export function integrationToWire(row: Integration): z.input<typeof integrationWire> {
  const {
    url,
    username = null,
    publishScheduled,
    asDraft = false,
    category = "",
  } = integrationSettingsOf(row);
  const { id, provider, name, status, businessId, lastError } = row;
  return {
    id,
    provider,
    name,
    status,
    businessId,
    url,
    username,
    publishScheduled,
    asDraft,
    category,
    lastError,
    lastSyncAt: toWireTime(row.lastSyncAt),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}
