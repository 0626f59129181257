import { ofMerges } from "./merge-routes";
import { personalDataRoute } from "./personal-data-route";
import { ofPairs } from "./routes";

export { duplicateJobs } from "./jobs";
export const duplicateRoutes = [...ofPairs, ...ofMerges, personalDataRoute];
