import type { LiveEvent } from "~/live/room";
import { notify } from "./notify";

/** A reminder that came just now, to whom it is for. */
export function tellDue(event: LiveEvent, leadsTo: string): void {
  if (event.kind !== "event" || event.event !== "activity.due") return;
  const { subjectId, leadId, subject, leadName } = event.data;
  notify({
    id: `due-${String(subjectId)}`,
    message: `Reminder: ${String(subject)} · ${String(leadName)}`,
    opens: `${leadsTo}/${String(leadId)}#${String(subjectId)}`,
  });
}
