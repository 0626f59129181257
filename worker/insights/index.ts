import type { Belonging } from "../leads";
import { aiInsights } from "../../db/schema/cell/insights";

export { insightJobs } from "./jobs";
export { insightRoutes } from "./routes";

export const insightBelongings: Belonging[] = [
  { table: aiInsights, id: aiInsights.id, leadId: aiInsights.leadId },
];
