import * as z from "zod";
import { publicationChannels, publicationStates } from "../../db/schema/cell/publishing";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Publication } from "./queries";
import { settingsOf } from "./settings";

export const publicationModes = ["publish", "draft"] as const;

export const publicationWire = z
  .strictObject({
    id: z.string(),
    pieceId: z.string(),
    businessId: z.string(),
    channel: z.enum(publicationChannels),
    integrationId: z.string().nullable(),
    mode: z.enum(publicationModes),
    state: z.enum(publicationStates).meta({
      description:
        "`unconfirmed`: it may be published, and nobody knows; check before anything is sent again. `scheduled` on the channel by_hand: a person is to post it.",
    }),
    runAt: wireTime,
    url: z.string().nullable().meta({ description: "Where readers find it." }),
    version: z.number().int().nullable().meta({ description: "The version of the piece that is published." }),
    publishedAt: wireTime.nullable(),
    errorCode: z.string().nullable(),
    errorMessage: z.string().nullable(),
    warning: z.string().nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Publication" });

export function publicationToWire(row: Publication): z.input<typeof publicationWire> {
  const { mode, warning = null } = settingsOf(row);
  const { id, pieceId, businessId, channel, state, errorCode, errorMessage } = row;
  return {
    id,
    pieceId,
    businessId,
    channel,
    integrationId: row.integrationId || null,
    mode,
    state,
    runAt: toWireTime(row.runAt),
    url: row.externalUrl,
    version: row.publishedVersion,
    publishedAt: toWireTime(row.publishedAt),
    errorCode,
    errorMessage,
    warning,
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}
