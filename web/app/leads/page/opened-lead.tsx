import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { LeadDetail, LeadLine, LeadsHouse } from "../lead";
import { LeadPanel } from "./lead-panel";
import { useLead } from "./use-lead";

type OpenedLeadProps = {
  id: string;
  base: string;
  house: LeadsHouse;
  line: LeadLine | null;
  closeTo: string;
  onSaved(lead: LeadDetail): void;
};

/** The panel of the lead that the address names: what the list knows at once, all of it a moment later. */
export function OpenedLead({ id, base, house, line, closeTo, onSaved }: OpenedLeadProps) {
  const { load, data } = useFetcher<{ lead: LeadDetail }>();
  useEffect(() => load(`${base}/${id}/known`), [load, base, id]);
  const { lead, acts } = useLead({ base, house, lead: data?.lead ?? null, onSaved });
  return <LeadPanel line={line} lead={lead} acts={acts} pageTo={`${base}/${id}`} closeTo={closeTo} />;
}
