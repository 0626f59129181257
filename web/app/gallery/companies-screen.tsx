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
      createdAt: "2027-01-09T09:00:00Z",
    },
    {
      id: "com_2",
      name: "Blå Kaffebar",
      domain: null,
      industry: "",
      size: null,
      city: "",
      createdAt: "2027-03-01T09:00:00Z",
    },
  ],
  q: "",
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
  isArchived: false,
};
const place = { house: sampleHouse, companiesTo: "#", leadsTo: "#", moreLeadsTo: null };
const form = <CompanyForm values={{ name: company.name, size: "11-50" }} submit="Save company" />;

export const companiesScreen = withCommon("Companies", "see companies", {
  success: () => <CompaniesView {...shared} />,
  empty: () => <CompaniesView {...shared} companies={[]} />,
  "nothing-found": () => <CompaniesView {...shared} companies={[]} q="zoe" />,
  "read-only": () => <CompaniesView {...shared} mayWrite={false} />,
});

export const companyScreen = withCommon("Company", "see this company", {
  success: () => (
    <CompanyView {...place} company={company} leads={sampleLeads.slice(0, 3)} moreLeadsTo="#" form={form} />
  ),
  empty: () => <CompanyView {...place} company={company} leads={[]} form={form} />,
  archived: () => (
    <CompanyView {...place} company={{ ...company, isArchived: true }} leads={[]} form={form} />
  ),
});
