import * as z from "zod";
import { idOf, wireTime } from "../kernel/contract";
import { Invalid } from "../kernel/errors";

/** How a form is run. Changes count at once: nothing here is part of a version. */
export const settingsFields = {
  responseLimit: z.int().min(1).max(10_000_000).nullable(),
  opensAt: wireTime.nullable(),
  closesAt: wireTime.nullable(),
  closedMessage: z.string().trim().max(500),
  notifyMemberIds: z
    .array(idOf("member"))
    .max(20)
    .meta({ description: "Who is told of each response; only members of the organization." }),
  hasDoubleOptIn: z
    .boolean()
    .meta({ description: "Whoever answers confirms the address by a link before the consent counts." }),
  keepsDrafts: z.boolean().meta({ description: "Unfinished answers are kept, where whoever writes agrees." }),
  allowedDomains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(domain(), "Use a domain such as example.com.")
        .meta({ examples: ["example.com"] }),
    )
    .max(20)
    .meta({ description: "Where the form may be embedded, with their subdomains. None: anywhere." }),
  challengeSiteKey: z
    .string()
    .trim()
    .regex(/^[\w-]{1,100}$/)
    .nullable()
    .meta({ description: "Of Turnstile; its secret is set apart and never returned." }),
};

export const settingsShape = z.strictObject(settingsFields);
export const settingsChangeShape = settingsShape.partial();
export type FormSettings = z.output<typeof settingsShape>;
export type SettingsChange = z.output<typeof settingsChangeShape>;

export const plainSettings: FormSettings = {
  responseLimit: null,
  opensAt: null,
  closesAt: null,
  closedMessage: "",
  notifyMemberIds: [],
  hasDoubleOptIn: false,
  keepsDrafts: false,
  allowedDomains: [],
  challengeSiteKey: null,
};

export function changedSettings(before: FormSettings, change: SettingsChange): FormSettings {
  const settings = { ...before, ...change };
  const { opensAt, closesAt } = settings;
  if (opensAt && closesAt && Date.parse(opensAt) >= Date.parse(closesAt))
    throw Invalid.field("/settings/closesAt", "out_of_order", "The form closes before it opens.");
  return settings;
}

/** A host, or the part of it that all its subdomains share; a port where a developer needs one. */
function domain(): RegExp {
  return /^(?:localhost|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63})(?::\d{2,5})?$/;
}
