import { ofOneActivity } from "./change-routes";
import { listsOfActivities } from "./list-routes";

export { activityJobs } from "./jobs";
export { type Activity } from "./queries";
export { wordsOf } from "./wire";

export const activityRoutes = [...listsOfActivities, ...ofOneActivity];
