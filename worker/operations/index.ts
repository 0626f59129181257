import type { Route } from "../kernel/contract";
export const operationsRoutes: Route[] = [];
