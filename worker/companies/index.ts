export { fillCompanySteps, type SaidOfCompany } from "./fill";
export { companyFor } from "./find";
export { companiesFor } from "./find-many";
export { domainOf } from "./keys";
export { type Company, companyNames, getCompany } from "./queries";
export { companyRoutes } from "./routes";
