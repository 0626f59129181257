export { createBusiness } from "./create";
export {
  type BusinessProfile,
  newBusiness,
  type ProfileChange,
  type ProfileField,
  profileFieldNames,
  profileFields,
} from "./profile";
export { profileForPrompt } from "./prompt";
export { type Business, getBusiness } from "./queries";
export { businessRoutes } from "./routes";
export { assertNotArchived, profileSteps, updateBusiness } from "./update";
export { isWebLink, readWebsite, websiteAddress } from "./website";
