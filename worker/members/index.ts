export { type Holder, holdersOf } from "./holders";
export { memberJobs } from "./jobs";
export { memberRoutes } from "./routes";
