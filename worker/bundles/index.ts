import { approvalRoutes } from "./approval-routes";
import { generationRoutes } from "./generation-routes";
import { orderRoutes } from "./routes";

export { assertOrder, orderFields } from "./order";
export { bundleJobs } from "./jobs";
export { type Bundle, getBundle } from "./queries";

export const bundleRoutes = [...orderRoutes, ...generationRoutes, ...approvalRoutes];
