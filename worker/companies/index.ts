export { companyFor } from "./find";
export { domainOf } from "./keys";
export { type Company, companyNames, getCompany } from "./queries";
export { companyRoutes } from "./routes";
