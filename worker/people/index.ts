import type { Route } from "../kernel/contract";
export const peopleRoutes: Route[] = [];
