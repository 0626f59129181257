export { conversationBelongings } from "./belongings";
export { conversationJobs } from "./jobs";
export { type Conversation, conversationsOf } from "./queries";
export { conversationRoutes } from "./routes";
export { findingsOf } from "./wire";
