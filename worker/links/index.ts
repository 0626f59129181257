import { routesOfClicks } from "./click-routes";
import { judgeRangeJob } from "./clicks/judge-range";
import { checkJob } from "./checks/check";
import { routesOfPolicy } from "./policy-routes";
import { routesOfLinks } from "./routes";

export { orderDueChecks } from "./checks/due";
export { forgetOldClicks } from "./clicks/forget-old";
export { clickHappening } from "./clicks/happening";
export { type LinkWish, type LinkWork, linkSteps } from "./for-pieces";
export { answerLink, clickParameter, type Doorstep, visitorParameter } from "./redirect/answer";
export type { ClickData } from "./clicks/shape";

export const linkRoutes = [...routesOfLinks, ...routesOfPolicy, ...routesOfClicks];
export const linkJobs = [judgeRangeJob, checkJob];
