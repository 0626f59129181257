import type { Route } from "../kernel/contract";
import { memberRoutes } from "./member-routes";
import { visitorRoutes } from "./visitor-routes";

export { submissionJobs } from "./jobs";
export { startToken } from "./start-token";
export const submissionRoutes: Route[] = [...visitorRoutes, ...memberRoutes];
