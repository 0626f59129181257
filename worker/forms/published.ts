import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { businesses } from "../../db/schema/cell/business";
import { formVersions, leadForms } from "../../db/schema/cell/forms";
import { organizations } from "../../db/schema/control/organizations";
import { directory } from "../../db/schema/control/platform";
import type { Base, OrganizationInContext } from "../kernel/context";
import { planOf } from "../plans";
import type { FormDefinition } from "./pure/form";
import type { FormSettings } from "./settings";
import { readForm } from "./queries";

/** A form as visitors have it: the version that is published, and how it is run at the moment. */
export type PublishedForm = {
  id: Id<"form">;
  organization: OrganizationInContext;
  business: { id: Id<"business">; name: string; website: string | null };
  name: string;
  versionId: Id<"formVersion">;
  versionNumber: number;
  definition: FormDefinition;
  settings: FormSettings;
  /** Sealed; opened by `openChallengeSecret`. */
  challengeSecret: string | null;
  /** Whether “made with” is said, which a plan may leave out. */
  isBranded: boolean;
};

const freshMs = 3000;
const mostKept = 500;
const kept = new Map<string, { at: number; form: Promise<PublishedForm | null> }>();

/**
 * Asked for by every visitor, so an isolate keeps it for three seconds: the busiest form costs its readers two queries in
 * that time. Null for what is unknown, taken down, archived, or of an organization that is not active: all look the same.
 */
export async function publishedForm(base: Base, publicId: string): Promise<PublishedForm | null> {
  const now = base.now();
  const known = kept.get(publicId);
  if (known && now >= known.at && now - known.at < freshMs) return await known.form;
  const form = readPublished(base, publicId);
  kept.delete(publicId);
  kept.set(publicId, { at: now, form });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? "");
  try {
    return await form;
  } catch (error) {
    forgetPublished(publicId);
    throw error;
  }
}

/** For the isolate in which something changed; the others follow within seconds. */
export function forgetPublished(publicId: string): void {
  kept.delete(publicId);
}

export type OpenState = "open" | "not_yet_open" | "closed";

/** By its schedule. Whether it is full is judged in the batch that counts a response. */
export function openState({ settings: { opensAt, closesAt } }: PublishedForm, now: number): OpenState {
  if (opensAt && now < Date.parse(opensAt)) return "not_yet_open";
  return closesAt && now >= Date.parse(closesAt) ? "closed" : "open";
}

async function readPublished(base: Base, publicId: string): Promise<PublishedForm | null> {
  const [entry] = await base.control
    .select({
      id: organizations.id,
      cell: organizations.cell,
      name: organizations.name,
      slug: organizations.slug,
      planSlug: organizations.planSlug,
      seatLimit: organizations.seatLimit,
      status: organizations.status,
    })
    .from(directory)
    .innerJoin(organizations, eq(organizations.id, directory.organizationId))
    .where(and(eq(directory.kind, "form"), eq(directory.key, publicId)));
  if (entry?.status !== "active") return null;
  const [found, plan] = await Promise.all([readVersion(base, entry, publicId), planOf(base, entry.planSlug)]);
  return found && { ...found, organization: entry, isBranded: !plan.features.includes("white_label") };
}

async function readVersion(
  base: Base,
  { id: organizationId, cell }: OrganizationInContext,
  publicId: string,
) {
  const [row] = await base
    .openCell(cell)
    .select({
      form: getTableColumns(leadForms),
      version: { id: formVersions.id, number: formVersions.number, definition: formVersions.definition },
      business: { id: businesses.id, name: businesses.name, website: businesses.website },
    })
    .from(leadForms)
    .innerJoin(formVersions, eq(formVersions.id, leadForms.publishedVersionId))
    .innerJoin(businesses, eq(businesses.id, leadForms.businessId))
    .where(
      and(
        // safe: only compared
        eq(leadForms.id, publicId as Id<"form">),
        eq(leadForms.organizationId, organizationId),
        isNull(leadForms.archivedAt),
        eq(businesses.organizationId, organizationId),
      ),
    );
  if (!row) return null;
  const { id, name, settings, challengeSecret, aiPersonalizationEnabled } = readForm(row.form);
  const { version, business } = row;
  const definition = version.definition as FormDefinition; // safe: a version is a copy of a checked definition
  return {
    id,
    name,
    settings,
    challengeSecret,
    business,
    versionId: version.id,
    versionNumber: version.number,
    definition: aiPersonalizationEnabled ? definition : { ...definition, wordings: undefined },
  };
}
