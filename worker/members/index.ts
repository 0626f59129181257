export { type Holder, holdersOf } from "./holders";
export { memberJobs } from "./jobs";
export { assertMember } from "./presence";
export { memberRoutes } from "./routes";
