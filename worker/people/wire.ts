import * as z from "zod";
import type { sessions, passkeys } from "../../db/schema/control/people";
import type { mailboxMessages } from "../../db/schema/control/platform";
import type { CallerContext, Person } from "../kernel/context";
import { toWireTime, wireTime } from "../kernel/contract";
import { permissions, systemRoleNames } from "../kernel/permissions";
import { deviceOf } from "./sessions/device";

/** How somebody likes to work. Each has its default, so an old row and a new field never disagree. */
export const preferencesWire = z
  .strictObject({
    theme: z.enum(["system", "light", "dark"]),
    density: z.enum(["comfortable", "compact"]),
    singleKeys: z
      .boolean()
      .meta({ description: "Shortcuts of one letter; off for whom they get in the way" }),
    onboardingDismissed: z.boolean(),
    leadViews: z
      .record(z.string().max(40), z.string().max(40))
      .meta({ description: "The saved view that opens first, by organization; empty for all leads" }),
    reminderMails: z.boolean().meta({ description: "Mails when a task is due" }),
  })
  .meta({ id: "Preferences" });

export type Preferences = z.infer<typeof preferencesWire>;

const defaultPreferences: Preferences = {
  theme: "system",
  density: "comfortable",
  singleKeys: true,
  onboardingDismissed: false,
  leadViews: {},
  reminderMails: true,
};

export const userWire = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    name: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    avatarUrl: z.string().nullable(),
    platformRole: z.enum(["user", "admin", "super_admin"]),
    timezone: z.string(),
    language: z.string(),
    preferences: preferencesWire,
    twoFactorEnabled: z.boolean(),
    createdAt: wireTime,
  })
  .meta({ id: "User" });

export function userToWire(person: Person): z.input<typeof userWire> {
  const { id, email, emailVerified, name, firstName, lastName, image, platformRole } = person;
  const { timezone, language, twoFactorEnabled, createdAt } = person;
  return {
    id,
    email,
    emailVerified,
    name,
    firstName,
    lastName,
    avatarUrl: image,
    platformRole,
    timezone,
    language,
    preferences: preferencesOf(person.preferences),
    twoFactorEnabled,
    createdAt: createdAt.toISOString(),
  };
}

/** A value that this version does not know counts as not chosen. */
function preferencesOf(stored: Record<string, unknown>): Preferences {
  const all = preferencesWire.safeParse({ ...defaultPreferences, ...stored });
  if (all.success) return all.data;
  const known = Object.entries(preferencesWire.shape).filter(
    ([name, shape]) => shape.safeParse(stored[name]).success,
  );
  return preferencesWire.parse({
    ...defaultPreferences,
    ...Object.fromEntries(known.map(([name]) => [name, stored[name]])),
  });
}

export const meWire = z
  .strictObject({
    user: userWire.nullable(),
    organization: z
      .strictObject({
        id: z.string(),
        name: z.string(),
        slug: z.string(),
        planSlug: z.string(),
        status: z.enum(["active", "suspended", "deleted"]),
      })
      .nullable(),
    membership: z
      .strictObject({
        id: z.string(),
        role: z.enum([...systemRoleNames, "custom"]),
        customRoleId: z.string().nullable(),
        permissions: z.array(z.enum(permissions)),
      })
      .nullable(),
    apiKey: z.strictObject({ id: z.string(), scopes: z.array(z.enum(permissions)) }).nullable(),
  })
  .meta({ id: "Me" });

export function meToWire({ person, inOrganization }: CallerContext): z.input<typeof meWire> {
  const actor = inOrganization?.actor;
  const rights = [...(inOrganization?.permissions ?? [])];
  return {
    user: person ? userToWire(person) : null,
    organization: inOrganization ? organizationOf(inOrganization.organization) : null,
    membership:
      actor?.kind === "user"
        ? { id: actor.memberId, role: actor.role, customRoleId: actor.customRoleId, permissions: rights }
        : null,
    apiKey: actor?.kind === "api_key" ? { id: actor.id, scopes: rights } : null,
  };
}

function organizationOf({
  id,
  name,
  slug,
  planSlug,
  status,
}: NonNullable<CallerContext["inOrganization"]>["organization"]) {
  return { id, name, slug, planSlug, status };
}

export const sessionWire = z
  .strictObject({
    id: z.string(),
    device: z.string().meta({ examples: ["Firefox on Linux"] }),
    place: z.string().nullable().meta({ description: "Town and country, where the network told" }),
    network: z.string().nullable().meta({ description: "The address it was opened from, cut to /24 or /64" }),
    current: z.boolean(),
    createdAt: wireTime,
    lastUsedAt: wireTime.meta({ description: "To within a day" }),
    expiresAt: wireTime,
  })
  .meta({ id: "Session" });

export function sessionToWire(
  row: typeof sessions.$inferSelect,
  currentId: string,
): z.input<typeof sessionWire> {
  return {
    id: row.id,
    device: deviceOf(row.userAgent),
    place: row.place,
    network: row.ipAddress,
    current: row.id === currentId,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

export const passkeyWire = z
  .strictObject({
    id: z.string(),
    name: z.string().nullable(),
    backedUp: z.boolean().meta({ description: "Kept by a password manager, so it survives the device" }),
    createdAt: wireTime.nullable(),
  })
  .meta({ id: "Passkey" });

export function passkeyToWire(row: typeof passkeys.$inferSelect): z.input<typeof passkeyWire> {
  return {
    id: row.id,
    name: row.name,
    backedUp: row.backedUp,
    createdAt: row.createdAt?.toISOString() ?? null,
  };
}

export const mailWire = z
  .strictObject({
    id: z.string(),
    recipient: z.string(),
    sender: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    createdAt: wireTime,
  })
  .meta({ id: "Mail" });

export function mailToWire(row: typeof mailboxMessages.$inferSelect): z.input<typeof mailWire> {
  return { ...row, createdAt: toWireTime(row.createdAt) };
}
