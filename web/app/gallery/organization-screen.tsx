import { OrganizationView } from "~/settings/organization-view";
import { withCommon } from "./common-states";
import { bareDetails, sampleDetails } from "./sample-organization";

const organization = {
  id: "org_1",
  name: "Northwind Coffee",
  slug: "northwind-coffee",
  status: "active" as const,
};
const everything = { update: true, transfer: true, remove: true, leave: true };
const nothing = { update: false, transfer: false, remove: false, leave: true };
const full = {
  organization,
  host: "tributary.example",
  details: sampleDetails,
  heirs: [{ id: "mem_2", name: "Nguyễn Văn Ánh" }],
  may: everything,
};

export const organizationScreen = withCommon("Organization", "change the organization", {
  success: () => <OrganizationView {...full} />,
  empty: () => <OrganizationView {...full} details={bareDetails} heirs={[]} />,
  billing: () => <OrganizationView {...full} part="billing" />,
  look: () => <OrganizationView {...full} part="look" />,
  partial: () => <OrganizationView {...full} may={nothing} />,
  "partial-billing": () => <OrganizationView {...full} part="billing" may={nothing} />,
  "partial-look": () => <OrganizationView {...full} part="look" may={nothing} />,
  deleted: () => (
    <OrganizationView
      {...full}
      details={undefined}
      organization={{ ...organization, status: "deleted", eraseAfter: "2026-12-21T09:00:00Z" }}
    />
  ),
});
