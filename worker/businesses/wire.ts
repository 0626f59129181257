import * as z from "zod";
import { businessStates } from "../../db/schema/cell/business";
import { toWireTime, wireTime } from "../kernel/contract";
import { profileFieldNames, profileFields } from "./profile";
import type { Business } from "./queries";

export const businessWire = z
  .strictObject({
    id: z.string(),
    slug: z.string().meta({ description: "The name of its built-in site." }),
    status: z.enum(businessStates),
    ...profileFields,
    website: z.string().nullable(),
    archivedAt: wireTime.nullable(),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Business" });

export type BusinessWire = z.input<typeof businessWire>;

export function businessToWire(row: Business): BusinessWire {
  const profile = Object.fromEntries(profileFieldNames.map((name) => [name, row[name]]));
  return {
    // safe: only profileChange writes these columns, by the same shapes
    ...(profile as Pick<BusinessWire, keyof typeof profileFields>),
    id: row.id,
    slug: row.slug,
    status: row.status,
    archivedAt: toWireTime(row.archivedAt),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}
