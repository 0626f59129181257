import { CompaniesView, type CompaniesViewProps } from "~/companies/companies-view";
import { CompanyForm } from "~/companies/company-form";
import { type Company, CompanyView } from "~/companies/company-view";
import { withCommon } from "./common-states";
import { sampleHouse, sampleLeads } from "./sample-leads";

const shared: CompaniesViewProps = {
  companies: [
    {
      id: "com_1",
      name: "Fjordlys Arkitekter",
      domain: "fjordlys.example",
      industry: "Architecture",
      size: "11-50",
      city: "Bergen",
      leadCount: 12,
      openValues: [
        { amount: 1_548_000, currency: "eur" },
        { amount: 90_000, currency: "usd" },
      ],
      wonValues: [{ amount: 309_600, currency: "eur" }],
      owner: "Inés Moreno",
    },
    {
      id: "com_2",
      name: "Blå Kaffebar",
      domain: null,
      industry: "",
      size: null,
      city: "",
      leadCount: 0,
      openValues: [],
      wonValues: [],
      owner: null,
    },
  ],
  q: "",
  sort: "name",
  mayWrite: true,
  base: "#",
};

const company: Company = {
  id: "com_1",
  name: "Fjordlys Arkitekter",
  website: "https://fjordlys.example/",
  domain: "fjordlys.example",
  industry: "Architecture",
  size: "11-50",
  phone: null,
  description: "",
  address: { city: "Bergen", country: "NO" },
  ownerId: "usr_2",
  leadCount: 3,
  openValues: [{ amount: 464_400, currency: "eur" }],
  wonValues: [{ amount: 154_800, currency: "eur" }],
  isArchived: false,
};
const nobody = { ...company, leadCount: 0, openValues: [], wonValues: [] };
const place = { house: sampleHouse, companiesTo: "#", leadsTo: "#", addTo: "#", tableTo: "#", totals: [] };
const totals = sampleHouse.stages
  .slice(0, 3)
  .map(({ id }) => ({ stageId: id, count: 1, values: [{ amount: 154_800, currency: "eur" }] }));
const leads = sampleLeads.slice(0, 3).map((lead) => ({ ...lead, lastActivityAt: lead.lastContactedAt }));
const form = (
  <CompanyForm
    values={{ name: company.name, size: "11-50", ownerId: "usr_2" }}
    colleagues={sampleHouse.colleagues}
    submit="Save company"
  />
);

export const companiesScreen = withCommon("Companies", "see companies", {
  success: () => <CompaniesView {...shared} />,
  empty: () => <CompaniesView {...shared} companies={[]} />,
  "most-leads": () => <CompaniesView {...shared} sort="-leadCount" />,
  "nothing-found": () => <CompaniesView {...shared} companies={[]} q="zoe" />,
  "read-only": () => <CompaniesView {...shared} mayWrite={false} />,
});

export const companyScreen = withCommon("Company", "see this company", {
  success: () => <CompanyView {...place} {...{ company, totals, leads, form }} />,
  empty: () => <CompanyView {...place} company={nobody} leads={[]} form={form} />,
  archived: () => <CompanyView {...place} company={{ ...nobody, isArchived: true }} leads={[]} form={form} />,
});
