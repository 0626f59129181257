import { formSubmissions } from "../../db/schema/cell/submissions";
import type { Route } from "../kernel/contract";
import type { Belonging } from "../leads";
import { memberRoutes } from "./member-routes";
import { visitorRoutes } from "./visitor-routes";

export { submissionJobs } from "./jobs";
export { startToken } from "./start-token";

export const submissionBelongings: Belonging[] = [{ table: formSubmissions, permission: "submissions:read" }];
export const submissionRoutes: Route[] = [...visitorRoutes, ...memberRoutes];
