export { insightJobs } from "./jobs";
export { insightRoutes } from "./routes";
