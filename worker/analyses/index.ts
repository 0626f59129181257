export { type AnalysisFact, factsOf } from "./facts";
export { analysisJobs } from "./jobs";
export { analysisRoutes } from "./routes";
