import { activities } from "../../db/schema/cell/activities";
import type { Belonging } from "../leads";
import { ofOneActivity } from "./change-routes";
import { listsOfActivities } from "./list-routes";

export { activityJobs } from "./jobs";
export { type Activity } from "./queries";
export { wordsOf } from "./wire";

export const activityBelongings: Belonging[] = [{ table: activities }];
export const activityRoutes = [...listsOfActivities, ...ofOneActivity];
