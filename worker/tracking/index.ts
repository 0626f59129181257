import { identifyHappening } from "./identify/happening";
import { journeyRoutes } from "./journey/routes";
import { trackingKeyRoutes } from "./keys/routes";
import { trackLeadRoutes } from "./lead/routes";
import { trackSaleRoutes } from "./sale/routes";

export { answerEvents, corsOf } from "./door/answer-events";

export const trackingHappenings = [identifyHappening];
export const trackingRoutes = [
  ...trackingKeyRoutes,
  ...trackLeadRoutes,
  ...trackSaleRoutes,
  ...journeyRoutes,
];
