export { type Holder, holdersOf } from "./holders";
export { listWorkers, type Worker, workersAmong } from "./workers";
export { memberJobs } from "./jobs";
export { namesOfMembers } from "./names";
export { assertMayStill, assertMember } from "./presence";
export { memberRoutes } from "./routes";
