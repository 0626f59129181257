import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import { systemRoleNames } from "../kernel/permissions";
import { organizationSizes } from "../../db/schema/control/organizations";
import { addressShape, brandingShape, settingsShape } from "./profile";
import type { Mine, Profile } from "./queries";

const status = z.enum(["active", "suspended", "deleted"]);
const billingOnly = { description: "Only for those who may read billing." };

export const organizationWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    ownerUserId: z.string(),
    planSlug: z.string(),
    seatLimit: z.number().int().nullable().meta({ description: "Null follows the plan." }),
    status,
    domain: z.string().nullable(),
    industry: z.string().nullable(),
    size: z.enum(organizationSizes).nullable(),
    branding: brandingShape,
    settings: settingsShape,
    billingEmail: z.string().nullable().optional().meta(billingOnly),
    taxId: z.string().nullable().optional().meta(billingOnly),
    address: addressShape.nullable().optional().meta(billingOnly),
    eraseAfter: wireTime.nullable().meta({ description: "When a deleted organization is erased for good." }),
    createdAt: wireTime,
    updatedAt: wireTime,
  })
  .meta({ id: "Organization" });

export function organizationToWire(
  row: Profile,
  sees: { billing: boolean },
): z.input<typeof organizationWire> {
  const { id, name, slug, ownerUserId, planSlug, seatLimit, domain, industry, size } = row;
  return {
    id,
    name,
    slug,
    ownerUserId,
    planSlug,
    seatLimit,
    status: row.status,
    domain,
    industry,
    size,
    branding: complete(brandingShape, row.branding),
    settings: complete(settingsShape, row.settings),
    ...(sees.billing
      ? {
          billingEmail: row.billingEmail,
          taxId: row.taxId,
          address: row.address && complete(addressShape, row.address),
        }
      : {}),
    eraseAfter: toWireTime(row.eraseAfter),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

export const myOrganizationWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    planSlug: z.string(),
    status,
    logoUrl: z.string().nullable(),
    memberId: z.string(),
    role: z.enum([...systemRoleNames, "custom"]),
    customRole: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    joinedAt: wireTime.nullable(),
    eraseAfter: wireTime.nullable(),
  })
  .meta({ id: "MyOrganization" });

export function mineToWire(row: Mine): z.input<typeof myOrganizationWire> {
  const { id, name, slug, planSlug, memberId, role, customRoleId, customRoleName } = row;
  return {
    id,
    name,
    slug,
    planSlug,
    status: row.status,
    logoUrl: row.branding["logoUrl"] ?? null,
    memberId,
    role,
    customRole: customRoleId && { id: customRoleId, name: customRoleName ?? "" },
    joinedAt: toWireTime(row.joinedAt),
    eraseAfter: toWireTime(row.eraseAfter),
  };
}

/** What is stored holds only what was set; an answer names every field. */
function complete<Shape extends z.ZodObject>(shape: Shape, stored: Record<string, unknown>): z.input<Shape> {
  const entries = Object.keys(shape.shape).map((name) => [name, stored[name] ?? null]);
  return Object.fromEntries(entries) as z.input<Shape>; // safe: only profileChange writes these, by the same shapes
}
