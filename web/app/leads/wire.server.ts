import type { components } from "../../../sdk";
import type { LeadDetail, LeadLine } from "./lead";

type Wire = components["schemas"]["Lead"];

/** What a row shows of a lead: what travels by the hundred stays small. */
export function lineOf(lead: Wire): LeadLine {
  const { id, firstName, lastName, email, phone, jobTitle, company, tagIds, customFields } = lead;
  const { stageId, stageSince, status, score, value, assignedTo, sourceId } = lead;
  const { createdAt, updatedAt, lastContactedAt, nextFollowUpAt } = lead;
  return {
    id,
    firstName,
    lastName,
    email,
    phone,
    jobTitle,
    customFields,
    stageId,
    stageSince,
    status,
    score,
    value,
    assignedTo,
    sourceId,
    createdAt,
    updatedAt,
    lastContactedAt,
    nextFollowUpAt,
    companyId: company?.id ?? null,
    companyName: company?.name ?? "",
    tags: tagIds,
  };
}

export function detailOf(lead: Wire): LeadDetail {
  const { website, notes, language, budget, authority, need, timeline } = lead;
  const { assignedAt, closeReason, closedAt, convertedAt, firstTouch, lastTouch } = lead;
  return {
    ...lineOf(lead),
    website,
    notes,
    language,
    budget,
    authority,
    need,
    timeline,
    assignedAt,
    closeReason,
    closedAt,
    convertedAt,
    firstTouch,
    lastTouch,
  };
}
