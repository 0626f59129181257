import type { OrganizationProfile } from "~/settings/organization-parts";

/** A made-up organization, for the gallery only. */
const profile: OrganizationProfile = {
  id: "org_1",
  name: "Northwind Coffee",
  slug: "northwind-coffee",
  ownerUserId: "user_1",
  planSlug: "free",
  seatLimit: null,
  status: "active",
  domain: "northwind.example",
  industry: "Coffee roasters",
  size: "small",
  branding: {
    logoUrl: "https://northwind.example/logo.svg",
    primaryColor: "#0f766e",
    accentColor: "#b45309",
  },
  settings: { timezone: "Europe/Lisbon", language: "pt", weekStartsOn: null },
  billingEmail: "invoices@northwind.example",
  taxId: "PT501234567",
  address: { street: "Rua do Norte 12", city: "Lisboa", state: null, postalCode: "1200-284", country: "PT" },
  eraseAfter: null,
  createdAt: "2026-01-05T09:00:00Z",
  updatedAt: "2026-11-20T09:00:00Z",
};

const notChosen = { value: "", name: "Not chosen" };
const options = {
  countries: [notChosen, { value: "PT", name: "Portugal" }],
  zones: [notChosen, { value: "Europe/Lisbon", name: "Europe/Lisbon" }],
  languages: [notChosen, { value: "pt", name: "Portuguese" }],
};

export const sampleDetails = { profile, options };

/** As somebody sees it who may not read billing, and before anybody has written anything. */
export const bareDetails = {
  options,
  profile: {
    ...profile,
    domain: null,
    industry: null,
    size: null,
    branding: { logoUrl: null, primaryColor: null, accentColor: null },
    settings: { timezone: null, language: null, weekStartsOn: null },
    billingEmail: undefined,
    taxId: undefined,
    address: undefined,
  },
};
