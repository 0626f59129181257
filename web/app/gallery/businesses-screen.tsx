import { BusinessView } from "~/businesses/business-view";
import { BusinessesView } from "~/businesses/businesses-view";
import { withCommon } from "./common-states";
import { sampleBusiness } from "./sample-business";

const others = [
  { ...sampleBusiness, id: "biz_2", name: "Harbour Bikes", website: null, businessType: "", industry: "" },
];
const choices = {
  languages: [{ value: "en", name: "English" }],
  zones: [{ value: "Europe/Lisbon", name: "Europe/Lisbon" }],
};
const shared = { business: sampleBusiness, choices, mayWrite: true, backTo: "#" };

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
  "read-only": () => <BusinessView {...shared} mayWrite={false} />,
  archived: () => <BusinessView {...shared} business={{ ...sampleBusiness, status: "archived" }} />,
});
