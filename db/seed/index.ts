export {
  type Ground,
  type Role,
  seedApiKey,
  seedMember,
  seedOrganization,
  seedPerson,
  seedSession,
} from "./people";
