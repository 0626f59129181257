export {
  aboveOwn,
  assertMayGrant,
  type Grant,
  type GrantableRole,
  grantableRoles,
  ownerOnly,
  resolveGrant,
  type WantedRole,
} from "./grant";
export { roleRoutes } from "./routes";
