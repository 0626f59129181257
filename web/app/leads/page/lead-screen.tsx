import { useSearchParams } from "@remix-run/react";
import type { LeadDetail, LeadsHouse } from "../lead";
import { LeadNewsContext, useLeadNews } from "./lead-news";
import { LeadView } from "./lead-view";
import { SlotCards, useSlots } from "./slot-cards";
import { useLead } from "./use-lead";

type LeadScreenProps = {
  organizationId: string;
  lead: LeadDetail;
  house: LeadsHouse;
  leadsTo: string;
  leadTo: string;
  companyTo: string | null;
};

/** The page of one lead at work: what other areas know of it hangs in its slots, and all of it hears what happens. */
export function LeadScreen({ organizationId, leadTo, ...rest }: LeadScreenProps) {
  const { leadsTo, house } = rest;
  const worked = useLead({ base: leadsTo, house, lead: rest.lead });
  const lead = worked.lead ?? rest.lead;
  const news = useLeadNews(organizationId, lead.id);
  const [search] = useSearchParams();
  const [top, side, tabs] = [useSlots("top"), useSlots("side"), useSlots("tab")];
  const open = tabs.find(({ name }) => name === search.get("tab"));
  const card = { lead, leadTo };
  return (
    <LeadNewsContext.Provider value={news}>
      <LeadView
        {...rest}
        lead={lead}
        leadTo={leadTo}
        acts={worked.acts}
        tabs={tabs}
        openTab={open?.name ?? null}
        tabbed={open && <SlotCards {...card} slots={[open]} />}
        top={<SlotCards {...card} slots={top} />}
        side={<SlotCards {...card} slots={side} />}
      />
    </LeadNewsContext.Provider>
  );
}
