export { exchangeRoutes } from "./routes";
