import type { LeadsHouse } from "../lead";
import { type Column, columnsOf } from "../table/columns";

const text = (key: string, name: string): Column => ({ key, name, kind: "text", width: 0, isEditable: true });

export type LeadParts = { person: Column[]; deal: Column[]; own: Column[]; bant: Column[] };

/** The fields of a lead in the order in which one asks for them. */
export function partsOf(house: Pick<LeadsHouse, "fields" | "mayContact">): LeadParts {
  const columns = columnsOf(house);
  const pick = (...keys: string[]) =>
    keys.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  return {
    person: [
      text("firstName", "First name"),
      text("lastName", "Last name"),
      ...pick("email", "phone", "jobTitle", "company"),
      text("website", "Website"),
    ],
    deal: pick("stage", "value", "assignedTo", "score", "source", "nextFollowUpAt", "lastContactedAt"),
    own: columns.filter(({ key }) => key.startsWith("custom.")),
    bant: [
      text("budget", "Budget"),
      text("authority", "Who decides"),
      text("need", "Need"),
      text("timeline", "By when"),
    ],
  };
}
