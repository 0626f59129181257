import type { Base } from "../kernel/context";
import type { Route } from "../kernel/contract";
export const auditRoutes: Route[] = [];
export async function sealAuditTrails(_base: Base, _cell: string): Promise<void> {}
