import { ofBoard } from "./board-routes";
import { ofBulk } from "./bulk-routes";
import { ofCatalogue } from "./catalogue-routes";
import { ofDeletion } from "./deletion-routes";
import { ofFieldsAndViews } from "./field-routes";
import { ofLeads } from "./routes";

export { type Belonging, leadBelongings } from "./belongings";
export { type Capture, type Captured, captureLead } from "./capture";
export { changeMany, type LeadSet } from "./change-many";
export { createCustomField } from "./change-fields";
export { type Imported, importMany, judgeRows, type RowVerdict } from "./import-many";
export type { ImportRules } from "./imported-lead";
export { leadJobs, settlingShape } from "./jobs";
export type { ReadRow, RowFault } from "./judge-rows";
export type { CustomFieldShape, CustomInput } from "./pure/custom-values";
export { minorDigits } from "./pure/money";
export { assertSource, sourceNamed } from "./sources";
export { getTag } from "./tags";
export { changedKeys } from "./capture";
export { leadExists } from "./create";
export { moveBackSteps, moveOutSteps, purgeJob } from "./deletion";
export { eraseMerged, keptLead } from "./erase";
export { mergedIdsOf, mergedIntoOf } from "./merged";
export { emailKey, matchKeyOf, nameKeyOf, phoneKey, simplify } from "./pure/match";
export { getLead, getLeads, isLead, isLeadNamed, type Lead } from "./queries";
export { clearWordsJob, searchSteps } from "./search-index";
export { changedMeanwhile } from "./update";
export { withUpkeep } from "./upkeep";
export { leadWire, leadWriter } from "./wire";
export { settleLead } from "./settle";
export { type LeadStatus, type Stage, stageFor, stagesOf } from "./stages";
export { customFieldsOf, type CustomField } from "./custom-fields";
export { leadFields } from "./field-catalogue";

export const leadRoutes = [
  ...ofBulk,
  ...ofDeletion,
  ...ofLeads,
  ...ofBoard,
  ...ofCatalogue,
  ...ofFieldsAndViews,
];
