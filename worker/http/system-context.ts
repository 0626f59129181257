import type { Id } from "../../db/ids";
import type { Base, Context } from "../kernel/context";
import { permissions } from "../kernel/permissions";
import { findOrganization } from "../organizations";

/** For jobs and schedules: the organization's own context, with the system as actor. */
export async function systemContext(
  base: Base,
  organizationId: Id<"organization">,
  evenDeleted = false,
): Promise<Context | null> {
  const organization = await findOrganization(base.control, organizationId);
  if (!organization || (organization.status === "deleted" && !evenDeleted)) return null;
  return {
    ...base,
    organization,
    actor: { kind: "system", id: null },
    permissions: new Set(permissions),
    db: base.openCell(organization.cell),
  };
}
