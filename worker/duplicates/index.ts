import { ofMerges } from "./merge-routes";
import { ofPairs } from "./routes";

export { duplicateJobs } from "./jobs";
export const duplicateRoutes = [...ofPairs, ...ofMerges];
