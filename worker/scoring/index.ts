import { scoreRoutes } from "./score-routes";

export { scoringJobs } from "./jobs";

export const scoringRoutes = [...scoreRoutes];
