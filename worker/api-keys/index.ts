export { findKeyByHash, type KeyInOrganization } from "./find-by-secret";
export { noteKeyUse } from "./note-use";
export { rightsOfKeys } from "./rights";
export { apiKeyRoutes } from "./routes";
