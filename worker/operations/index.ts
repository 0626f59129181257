export { operationsRoutes } from "./routes";
export { operationsJobs } from "./jobs";
