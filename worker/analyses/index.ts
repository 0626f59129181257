export { readSite, type Site } from "./crawl/read-site";
export { nameOf as siteNameOf, summarize } from "./extract/summary";
export { reasonOf } from "./reasons";
export { type AnalysisFact, factsOf } from "./facts";
export { analysisJobs } from "./jobs";
export { analysisRoutes } from "./routes";
