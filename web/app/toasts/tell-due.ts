import type { LiveEvent } from "~/live/room";
import { notify } from "./notify";

/** A reminder that came just now, to whom it is for. */
export function tellDue(event: LiveEvent): void {
  if (event.kind !== "event" || event.event !== "activity.due") return;
  const { subjectId, subject, leadName } = event.data;
  notify({ id: `due-${String(subjectId)}`, message: `Reminder: ${String(subject)} · ${String(leadName)}` });
}
