export { type Grant, grantBonus } from "./bonus";
export {
  apiKeysInUse,
  businessesInUse,
  seatsInUse,
  seatsPromised,
  strategiesInUse,
  teamsInUse,
} from "./counted";
export { listPlans, type PlanDefinition, planOf } from "./definitions";
export { releaseExpiredReservations } from "./expire";
export {
  type IncludedFeature,
  includedFeatures,
  type LimitedFeature,
  limitedFeatures,
  type MeteredFeature,
  meteredFeatures,
} from "./features";
export { assertFeature, assertWithinPlan, limitOf, withinPlan } from "./limits";
export { type Reservation, reservationSteps, reserveUsage } from "./reserve";
export { reserveManySteps } from "./reserve-many";
export { planRoutes } from "./routes";
export { type FeatureUsage, readMetered } from "./usage";
export { commitSteps, commitUsage, releaseManySteps, releaseSteps, releaseUsage } from "./settle";
