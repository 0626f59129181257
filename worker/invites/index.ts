import type { Route } from "../kernel/contract";
import type { JobDefinition } from "../kernel/jobs";
export const inviteRoutes: Route[] = [];
export const inviteJobs: JobDefinition[] = [];
