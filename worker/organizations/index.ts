export { actingMember, actorAs, endLive, type MemberActor, refuseUnlessStillActing, workIn } from "./acting";
export { endOrganization } from "./delete";
export { organizationJobs } from "./jobs";
export { noteSessionUse } from "./note-use";
export { cellsOfOrganizations, findOrganization } from "./queries";
export { rightsOfSessions } from "./rights";
export { organizationRoutes } from "./routes";
export { findSessionMembership, type SessionMembership } from "./session-membership";
export { handOver } from "./transfer";
