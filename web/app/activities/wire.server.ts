import type { components } from "../../../sdk";
import type { Activity } from "./activity";

type Wire = components["schemas"]["Activity"];

export function activityOf(wire: Wire): Activity {
  const { id, lead, type, state, subject, description, outcome, durationMinutes } = wire;
  const { assignedTo, dueAt, remindAt, completedAt } = wire;
  const name = `${lead.firstName} ${lead.lastName}`.trim() || lead.companyName || "Somebody without a name";
  return {
    id,
    lead: { id: lead.id, name, companyName: lead.companyName },
    type,
    state,
    subject,
    description,
    outcome,
    durationMinutes,
    assignedTo,
    dueAt,
    remindAt,
    completedAt,
  };
}
