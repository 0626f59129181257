export { memberJobs } from "./jobs";
export { memberRoutes } from "./routes";
