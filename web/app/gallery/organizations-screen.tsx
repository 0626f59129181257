import { type OperatedOrganization, OrganizationsView } from "~/operator/organizations-view";
import { withCommon } from "./common-states";

const plans = [
  { slug: "free", name: "Free" },
  { slug: "pro", name: "Pro" },
  { slug: "agency", name: "Agency" },
];

const organizations: OperatedOrganization[] = [
  organization("org_1", "Northwind Coffee", "northwind-coffee", { planSlug: "pro" }),
  organization("org_2", "Studio Ærø og venner for en bedre morgen", "studio-aeroe", { status: "suspended" }),
  organization("org_3", "Kiln", "kiln", { status: "deleted" }),
];

const shared = { plans, mayInvite: true };

export const organizationsScreen = withCommon("Organizations", "look after organizations", {
  success: () => <OrganizationsView {...shared} organizations={organizations} />,
  empty: () => <OrganizationsView {...shared} mayInvite={false} organizations={[]} />,
  partial: () => <OrganizationsView {...shared} organizations={[]} q="south" />,
});

function organization(
  id: string,
  name: string,
  slug: string,
  change: Partial<OperatedOrganization>,
): OperatedOrganization {
  const owner = { name: "Nora Winter", email: `owner@${slug}.test` };
  return {
    id,
    name,
    slug,
    planSlug: "free",
    status: "active",
    owner,
    createdAt: "2026-03-02T09:00:00Z",
    ...change,
  };
}
