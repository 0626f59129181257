export { performanceJobs } from "./jobs";
export { performanceRoutes } from "./routes";
