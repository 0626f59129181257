export { assignmentJobs } from "./jobs";
export { assignmentRoutes } from "./routes";
