import { leadEnrichments } from "../../db/schema/cell/enrichment";
import type { Belonging } from "../leads";

export { enrichmentJobs } from "./jobs";
export { enrichmentRoutes } from "./routes";
export const enrichmentBelongings: Belonging[] = [{ table: leadEnrichments }];
