export { publishingJobs } from "./jobs";
export { publishPiece } from "./publish";
export { publishingRoutes } from "./routes";
export { answerSite } from "./site/answer-site";
