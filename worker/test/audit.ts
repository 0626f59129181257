import { and, asc, eq, ne } from "drizzle-orm";
import { auditLogs } from "../../db/schema/cell/spine";
import type { Id } from "../../db/ids";
import { control } from "./world";

/** What was done to an organization, by its audit log in the control plane, oldest first; without what was refused. */
export async function auditOf(organizationId: Id<"organization">) {
  return await control()
    .select()
    .from(auditLogs)
    .where(and(eq(auditLogs.organizationId, organizationId), ne(auditLogs.action, "access.denied")))
    .orderBy(asc(auditLogs.seq));
}
