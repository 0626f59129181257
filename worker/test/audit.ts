import { asc, eq } from "drizzle-orm";
import { auditLogs } from "../../db/schema/cell/spine";
import type { Id } from "../../db/ids";
import { control } from "./world";

/** What an organization's audit log in the control plane says, oldest first. */
export async function auditOf(organizationId: Id<"organization">) {
  return await control()
    .select()
    .from(auditLogs)
    .where(eq(auditLogs.organizationId, organizationId))
    .orderBy(asc(auditLogs.seq));
}
