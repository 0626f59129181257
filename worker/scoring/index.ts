import { leadScores } from "../../db/schema/cell/scoring";
import type { Belonging } from "../leads";
import { modelRoutes } from "./model/routes";
import { previewRoutes } from "./preview-routes";
import { ruleRoutes } from "./rule-routes";
import { scoreRoutes } from "./score-routes";

export { orderDueScores } from "./due";
export { scoringJobs } from "./jobs";
export { modelJobs } from "./model/jobs";
export { seenHappening } from "./seen";

/** How a lead stands now is its own and stays; how it came there is part of the story. */
export const scoringBelongings: Belonging[] = [{ table: leadScores }];

export const scoringRoutes = [...scoreRoutes, ...ruleRoutes, ...previewRoutes, ...modelRoutes];
