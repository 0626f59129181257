export { forecastJobs } from "./jobs";
export { forecastRoutes } from "./routes";
