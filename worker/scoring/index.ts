import { leadScores } from "../../db/schema/cell/scoring";
import type { Belonging } from "../leads";
import { modelRoutes } from "./model/routes";
import { scoreRoutes } from "./score-routes";

export { modelJobs } from "./model/jobs";
export { scoringJobs } from "./jobs";

/** How a lead stands now is its own and stays; how it came there is part of the story. */
export const scoringBelongings: Belonging[] = [{ table: leadScores }];

export const scoringRoutes = [...scoreRoutes, ...modelRoutes];
