export { inviteJobs } from "./jobs";
export { inviteRoutes } from "./routes";
