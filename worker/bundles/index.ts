import { orderRoutes } from "./routes";

export { type Bundle, getBundle } from "./queries";

export const bundleRoutes = orderRoutes;
