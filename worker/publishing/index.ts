import { integrationRoutes } from "./integrations/routes";
import { publicationRoutes } from "./routes";

export { publishingJobs } from "./jobs";
export { publishPiece } from "./publish";
export const publishingRoutes = [...publicationRoutes, ...integrationRoutes];
export { answerSite } from "./site/answer-site";
