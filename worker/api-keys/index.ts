import type { Route } from "../kernel/contract";

export { findKeyByHash, type KeyInOrganization } from "./find-by-secret";
export { rightsOfKeys } from "./rights";
export { noteKeyUse } from "./note-use";
export const apiKeyRoutes: Route[] = [];
