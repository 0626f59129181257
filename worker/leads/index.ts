import { ofBoard } from "./listing/board-routes";
import { ofBulk } from "./bulk/routes";
import { sourceRoutes } from "./catalogue/source-routes";
import { stageRoutes } from "./catalogue/stage-routes";
import { tagRoutes } from "./catalogue/tag-routes";
import { ofDeletion } from "./deletion/routes";
import { fieldRoutes } from "./fields/routes";
import { viewRoutes } from "./listing/view-routes";
import { ofLeads } from "./routes";

export { assignedFact } from "./assigned-fact";
export { type Belonging, leadBelongings } from "./belongings";
export { type Capture, type Captured, captureLead } from "./capture";
export { changeMany, type LeadSet } from "./bulk/change-many";
export { createCustomField } from "./fields/change-fields";
export { type Imported, importMany, judgeRows, type RowVerdict } from "./importing/import-many";
export type { ImportRules } from "./importing/imported-lead";
export { leadJobs, settlingShape } from "./jobs";
export type { ReadRow, RowFault } from "./importing/judge-rows";
export type { CustomFieldShape, CustomInput } from "./pure/custom-values";
export { minorDigits } from "./pure/money";
export { sayTouch } from "./pure/touch-words";
export { assertSource, sourceNamed } from "./catalogue/sources";
export { getTag } from "./catalogue/tags";
export { changedKeys } from "./capture";
export { leadExists } from "./create";
export { moveBackSteps, moveOutSteps, purgeJob } from "./deletion/deletion";
export { eraseMerged, keptLead } from "./deletion/erase";
export { mergedIdsOf, mergedIntoOf } from "./deletion/merged";
export { emailKey, matchKeyOf, nameKeyOf, phoneKey, simplify } from "./pure/match";
export { getLead, getLeads, isLead, isLeadNamed, type Lead } from "./queries";
export { clearWordsJob, searchSteps } from "./listing/search-index";
export { changedMeanwhile } from "./update";
export { withUpkeep } from "./upkeep";
export { leadWire, leadWriter } from "./wire";
export { settleLead } from "./settle";
export { type LeadStatus, type Stage, stageFor, stagesOf } from "./catalogue/stages";
export { customFieldsOf, type CustomField } from "./fields/custom-fields";
export { leadFields } from "./fields/field-catalogue";

export const leadRoutes = [
  ...ofBulk,
  ...ofDeletion,
  ...ofLeads,
  ...ofBoard,
  ...stageRoutes,
  ...sourceRoutes,
  ...tagRoutes,
  ...fieldRoutes,
  ...viewRoutes,
];
