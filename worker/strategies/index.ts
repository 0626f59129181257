import { strategyRoutes as ofStrategies } from "./routes";
import { suggestionRoutes } from "./suggestion-routes";
import { topicRoutes } from "./topic-routes";

export { markTopicsUsedSteps } from "./decide-topics";
export { defaultStrategy, getStrategy, type Strategy } from "./queries";
export { strategyJobs } from "./jobs";
export { getTopics, type Topic } from "./topic-queries";

export const strategyRoutes = [...ofStrategies, ...topicRoutes, ...suggestionRoutes];
