import { DuplicatesCardView } from "~/duplicates/duplicates-card";
import { type DuplicatesViewProps, DuplicatesView } from "~/duplicates/duplicates-view";
import type { Pair } from "~/duplicates/duplicate";
import { EnrichmentCardView } from "~/enrichment/enrichment-card";
import { MergeView, type MergeViewProps } from "~/duplicates/merge-view";
import { withCommon } from "./common-states";
import { sampleHouse, sampleLead, sampleLeads } from "./sample-leads";

const [ada, grace] = sampleLeads;
const pairs: Pair[] =
  ada && grace
    ? [
        {
          id: "dup_1",
          score: 95,
          reasons: ["same_mailbox"],
          leads: [
            ada,
            { ...ada, id: "lead_9", firstName: "", lastName: "", email: `news.${ada.email ?? ""}` },
          ],
        },
        {
          id: "dup_2",
          score: 76,
          reasons: ["near_name", "same_company"],
          leads: [grace, { ...grace, id: "lead_8" }],
        },
      ]
    : [];

const shared: DuplicatesViewProps = {
  pairs,
  count: 2,
  isExact: true,
  scan: { looked: 612, found: 2, startedAt: "2027-03-10T09:00:00Z", finishedAt: "2027-03-10T09:01:00Z" },
  mayWrite: true,
  leadsTo: "#",
};

export const duplicatesScreen = withCommon("Possible duplicates", "see duplicates", {
  success: () => <DuplicatesView {...shared} />,
  looking: () => (
    <DuplicatesView
      {...shared}
      scan={{ looked: 400, found: 1, startedAt: "2027-03-10T09:00:00Z", finishedAt: null }}
    />
  ),
  empty: () => <DuplicatesView {...shared} pairs={[]} count={0} scan={null} />,
  card: () => (
    <DuplicatesCardView
      leadId={ada?.id ?? ""}
      again={() => undefined}
      read={{
        state: "ready",
        value: {
          pairs,
          merges: [{ id: "mrg_1", createdAt: "2027-03-09T09:00:00Z" }],
          mayWrite: true,
          leadsTo: "#",
        },
      }}
    />
  ),
});

const looked = {
  status: "completed" as const,
  domain: "fjordlys.example",
  findings: [
    {
      field: "description" as const,
      value: "Architects in Bergen.",
      url: "https://fjordlys.example/",
      confidence: 0.9,
    },
    { field: "technology" as const, value: "WordPress", url: "https://fjordlys.example/", confidence: 0.85 },
    { field: "technology" as const, value: "Stripe", url: "https://fjordlys.example/", confidence: 0.85 },
  ],
  filled: ["website"],
  errorMessage: null,
  createdAt: "2027-03-10T09:00:00Z",
  finishedAt: "2027-03-10T09:01:00Z",
};
const shownAs = (enrichment: typeof looked | null) => (
  <EnrichmentCardView
    read={{ state: "ready", value: { enrichment } }}
    again={() => undefined}
    onAsk={() => undefined}
  />
);

export const enrichmentScreen = withCommon("From their website", "see this lead", {
  success: () => shownAs(looked),
  empty: () => shownAs(null),
});

const { companyId, companyName, tags, ...known } = sampleLead;
const kept: MergeViewProps["preview"]["kept"] = {
  ...known,
  tagIds: tags,
  company: { id: companyId, name: companyName },
  address: {},
  customFields: {},
  businessId: null,
  formId: null,
  campaignId: null,
  teamId: null,
  position: "a",
  scoreConfidence: null,
  conversionProbability: null,
  engagementLevel: "unknown",
  communicationPreference: {},
  optimalContactTime: {},
  consent: null,
  firstTouch: null,
  lastTouch: null,
  convertedToCustomer: false,
  lastActivityAt: null,
};
const merged = {
  ...kept,
  id: "lead_9",
  email: "hello@example.com",
  jobTitle: "Owner",
  notes: "Met at the fair",
};

export const mergeScreen = withCommon("Merge two leads", "merge leads", {
  success: () => (
    <MergeView
      house={sampleHouse}
      leadsTo="#"
      preview={{
        kept: { ...kept, notes: "Likes it dark" },
        merged,
        fields: [
          { name: "email", choice: "kept", isConflict: true },
          { name: "jobTitle", choice: "kept", isConflict: true },
          { name: "notes", choice: "both", isConflict: true },
        ],
        belongings: [
          { kind: "touchpoints", count: 3 },
          { kind: "form_submissions", count: 1 },
        ],
      }}
    />
  ),
});
