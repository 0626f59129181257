export { timelineRoutes } from "./routes";
