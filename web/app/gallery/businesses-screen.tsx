import { BusinessView } from "~/businesses/business-view";
import { BusinessesView } from "~/businesses/businesses-view";
import type { WebsiteData } from "~/businesses/website";
import { withCommon } from "./common-states";
import { sampleAnalysis, sampleFacts } from "./sample-analysis";
import { sampleBusiness } from "./sample-business";

const others = [
  { ...sampleBusiness, id: "biz_2", name: "Harbour Bikes", website: null, businessType: "", industry: "" },
];
const choices = {
  languages: [{ value: "en", name: "English" }],
  zones: [{ value: "Europe/Lisbon", name: "Europe/Lisbon" }],
};
const shared = { business: sampleBusiness, choices, mayWrite: true, backTo: "#", topicsTo: "#" };

function websiteState(website: WebsiteData, more: { mayWrite?: boolean } = {}) {
  return () => <BusinessView {...shared} {...more} part="website" website={website} />;
}

const unreadable = {
  ...sampleAnalysis,
  status: "failed" as const,
  failure: {
    code: "timed_out",
    message: "The website took too long to answer. Try again in a minute.",
    advice: "Try again in a few minutes, or describe the business by hand.",
  },
};

export const businessesScreen = withCommon("Businesses", "see businesses", {
  success: () => <BusinessesView businesses={[sampleBusiness, ...others]} mayWrite />,
  empty: () => <BusinessesView businesses={[]} mayWrite />,
  "empty-read-only": () => <BusinessesView businesses={[]} mayWrite={false} />,
  archived: () => <BusinessesView businesses={others} archived mayWrite />,
  "archived-empty": () => <BusinessesView businesses={[]} archived mayWrite />,
});

export const businessScreen = withCommon("Business", "see businesses", {
  success: () => <BusinessView {...shared} />,
  audience: () => <BusinessView {...shared} part="audience" />,
  voice: () => <BusinessView {...shared} part="voice" />,
  channels: () => <BusinessView {...shared} part="channels" />,
  promotions: () => <BusinessView {...shared} part="promotions" />,
  "website-never-read": websiteState({ analysis: null, facts: [] }),
  "website-reading": websiteState({ analysis: { ...sampleAnalysis, status: "running" }, facts: [] }),
  "website-read": websiteState({ analysis: sampleAnalysis, facts: sampleFacts }),
  "website-read-only": websiteState({ analysis: sampleAnalysis, facts: sampleFacts }, { mayWrite: false }),
  "website-without-facts": websiteState({ analysis: { ...sampleAnalysis, proposal: {} }, facts: [] }),
  "website-unreadable": websiteState({ analysis: unreadable, facts: [] }),
  "read-only": () => <BusinessView {...shared} mayWrite={false} />,
  archived: () => <BusinessView {...shared} business={{ ...sampleBusiness, status: "archived" }} />,
});
