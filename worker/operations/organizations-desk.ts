import type { OperatorContext } from "../kernel/context";
import { toPage } from "../kernel/page";
import { type OrganizationFilter, selectOrganizations } from "./organization-queries";
import { operatedOrganizationToWire } from "./wire";

/** Newest first; what is typed is an id, the owner's whole address, or how the short name begins: each by an index. */
export async function listOrganizations(ctx: OperatorContext, filter: OrganizationFilter) {
  const rows = await selectOrganizations(ctx, filter);
  return toPage(rows, filter.limit, (row) => [row.id], operatedOrganizationToWire);
}
