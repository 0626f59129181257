import type { Route } from "../kernel/contract";
export const planRoutes: Route[] = [];
