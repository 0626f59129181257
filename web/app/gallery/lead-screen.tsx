import { CompanyCardView } from "~/companies/company-card";
import { type DeletedLead, DeletedView } from "~/leads/deleted/deleted-view";
import { nameOf } from "~/leads/lead";
import { LeadView, type LeadViewProps } from "~/leads/page/lead-view";
import { SampleStory } from "./sample-story";
import { withCommon } from "./common-states";
import { type TouchesAnswer, TouchesCardView } from "~/leads/touches/touches-card";
import { SampleWork } from "./composer-samples";
import { readOnlyHouse, sampleHouse, sampleLead, sampleLeadActs, sampleLeads } from "./sample-leads";

const again = () => undefined;
const company = {
  name: "Fjordlys Arkitekter",
  website: "https://fjordlys.example/",
  domain: "fjordlys.example",
  industry: "Architecture",
  size: "11-50",
  address: { city: "Bergen", country: "NO" },
};
const known = {
  company,
  companyTo: "#",
  colleagues: sampleLeads.slice(1, 3),
  hasMore: true,
  leadsTo: "#",
};

const came: TouchesAnswer = {
  touches: [
    { id: "sub_1", at: "2027-02-18T10:00:00Z", title: "Sent the form “Wholesale enquiry”", by: null },
    {
      id: "tch_1",
      at: "2027-01-20T18:00:00Z",
      title: "Came from LinkedIn, campaign “office-coffee”",
      by: { name: "How roasters choose beans", to: "#" },
    },
  ],
  hasMore: true,
};

const shared: LeadViewProps = {
  lead: sampleLead,
  house: sampleHouse,
  acts: sampleLeadActs,
  leadsTo: "#",
  leadTo: "#",
  companyTo: "#",
  tabs: [],
  openTab: null,
  work: <SampleWork type="note" />,
  story: <SampleStory state="here" />,
  side: (
    <>
      <TouchesCardView read={{ state: "ready", value: came }} again={again} allTo="#" />
      <CompanyCardView read={{ state: "ready", value: known }} again={again} />
    </>
  ),
};

export const leadScreen = withCommon("Lead", "see this lead", {
  success: () => <LeadView {...shared} />,
  "cards-coming": () => (
    <LeadView
      {...shared}
      story={<SampleStory state="coming" />}
      top={<CompanyCardView read={{ state: "loading" }} again={again} />}
      side={<CompanyCardView read={{ state: "failed" }} again={again} />}
    />
  ),
  "story-failed": () => <LeadView {...shared} story={<SampleStory state="failed" />} />,
  "story-empty": () => <LeadView {...shared} work={null} story={<SampleStory state="empty" />} />,
  "call-written": () => <LeadView {...shared} work={<SampleWork type="call" />} />,
  "task-written": () => <LeadView {...shared} work={<SampleWork type="task" />} />,
  "read-only": () => (
    <LeadView
      {...shared}
      lead={{ ...sampleLead, email: null, phone: null, notes: null }}
      house={readOnlyHouse}
      work={null}
      companyTo={null}
    />
  ),
});

const deleted: DeletedLead[] = sampleLeads.slice(0, 3).map((lead) => ({
  id: lead.id,
  name: nameOf(lead),
  companyName: lead.companyName,
  deletedAt: "2027-03-10T09:00:00Z",
  deletedBy: "Inés Moreno",
  eraseAt: "2027-04-09T09:00:00Z",
}));

export const deletedLeadsScreen = withCommon("Deleted leads", "see deleted leads", {
  success: () => <DeletedView leads={deleted} mayTakeAlong leadsTo="#" />,
  empty: () => <DeletedView leads={[]} mayTakeAlong leadsTo="#" />,
});
