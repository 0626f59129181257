import type { Route } from "../kernel/contract";
import type { JobDefinition } from "../kernel/jobs";
import { createOrganizationRoute } from "./routes";

export { noteSessionUse } from "./note-use";
export { findOrganization } from "./queries";
export { rightsOfSessions } from "./rights";
export { findSessionMembership, type SessionMembership } from "./session-membership";
export const organizationRoutes: Route[] = [createOrganizationRoute];
export const organizationJobs: JobDefinition[] = [];
