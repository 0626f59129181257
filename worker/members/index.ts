export { memberRoutes } from "./routes";
