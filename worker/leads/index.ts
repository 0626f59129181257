export { type Capture, type Captured, captureLead } from "./capture";
export { leadJobs } from "./jobs";
export { emailKey, matchKeyOf, phoneKey } from "./pure/match";
export { getLead, getLeads, type Lead } from "./queries";
export { type LeadStatus, type Stage, stagesOf } from "./stages";
