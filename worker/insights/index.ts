import { aiInsights } from "../../db/schema/cell/insights";
import type { Belonging } from "../leads";

export { insightJobs } from "./jobs";
export { insightRoutes } from "./routes";
export const insightBelongings: Belonging[] = [
  { table: aiInsights, once: [aiInsights.type, aiInsights.finding] },
];
