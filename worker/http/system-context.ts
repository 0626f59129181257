import { defaultCell, type Id } from "../../db/ids";
import type { Base, Context, OrganizationInContext } from "../kernel/context";
import { platformOrganization } from "../kernel/jobs";
import { permissions } from "../kernel/permissions";
import { findOrganization } from "../organizations";

/** For jobs and schedules: the organization's own context, with the system as actor. */
export async function systemContext(
  base: Base,
  organizationId: Id<"organization">,
  evenDeleted = false,
): Promise<(Context & { eraseAfter: number | null }) | null> {
  const found =
    organizationId === platformOrganization ? platform : await findOrganization(base.control, organizationId);
  if (!found || (found.status === "deleted" && !evenDeleted)) return null;
  const { eraseAfter, ...organization } = found;
  return {
    ...base,
    organization,
    eraseAfter,
    actor: { kind: "system", id: null },
    permissions: new Set(permissions),
    db: base.openCell(organization.cell),
  };
}

/** Whom work belongs to that concerns people and no organization: it has a context, but no row and no members. */
const platform: OrganizationInContext & { eraseAfter: null } = {
  id: platformOrganization,
  cell: defaultCell,
  name: "Tributary",
  slug: "tributary",
  planSlug: "internal",
  seatLimit: null,
  status: "active",
  eraseAfter: null,
};
