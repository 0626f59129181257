export { noteDenial } from "./denial";
export { auditRoutes } from "./routes";
export { sealAuditTrails } from "./seal";
