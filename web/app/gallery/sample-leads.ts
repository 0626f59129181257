import type { LeadDetail, LeadLine, LeadsHouse, LeadStatus, Stage } from "~/leads/lead";

function stage(id: string, name: string, color: string, status: LeadStatus, winProbability: number): Stage {
  return { id, name, color, status, winProbability, isDefault: status === "new" };
}

/** Made-up leads, for the gallery only. */
export const sampleStages: Stage[] = [
  stage("stg_1", "New", "#4f7cac", "new", 5),
  stage("stg_2", "Contacted", "#6b8f71", "contacted", 15),
  stage("stg_3", "Qualified", "#8a6fb0", "qualified", 35),
  stage("stg_4", "Proposal", "#c08a3e", "proposal", 60),
  stage("stg_5", "Won", "#0d7a6f", "closed_won", 100),
  stage("stg_6", "Lost", "#b4524a", "closed_lost", 0),
];

export const sampleHouse: LeadsHouse = {
  stages: sampleStages,
  sources: [
    { id: "lsr_1", name: "Wholesale enquiry" },
    { id: "lsr_2", name: "LinkedIn" },
  ],
  tags: [
    { id: "ltg_1", name: "office", color: "#4f7cac" },
    { id: "ltg_2", name: "large order", color: "#c08a3e" },
  ],
  fields: [
    {
      key: "kilos",
      label: "Kilos a month",
      type: "number",
      options: [],
      isRequired: false,
      isFilterable: true,
    },
    {
      key: "machine",
      label: "Machine",
      type: "select",
      options: ["Filter machine", "Espresso machine"],
      isRequired: false,
      isFilterable: true,
    },
    {
      key: "tasting",
      label: "Came to a tasting",
      type: "date",
      options: [],
      isRequired: false,
      isFilterable: false,
    },
  ],
  colleagues: [
    { id: "usr_1", name: "Mateus Silva", avatarUrl: null },
    { id: "usr_2", name: "Inés Moreno", avatarUrl: null },
  ],
  currency: "eur",
  mayContact: true,
  mayWrite: true,
  mayAssign: true,
  mayDelete: true,
  mayExport: true,
  mayImport: true,
  mayConfigure: true,
};

const people: [string, string, string, string][] = [
  ["Ingrid", "Solberg", "Fjordlys Arkitekter", "Office manager"],
  ["Mikkel", "Østergaard", "Blå Kaffebar", "Owner"],
  ["Thị", "Nguyễn", "Alster Software", "People lead"],
  ["Henning", "Voß", "Hotel Elbblick", "Food and beverage manager"],
  ["李", "", "Marienkai Shipping", ""],
  ["Sunniva", "Ødegård-Kristoffersen av Vestlandet", "", ""],
];

export const sampleLeads: LeadLine[] = people.map(([firstName, lastName, companyName, jobTitle], index) => ({
  id: `lead_${index}`,
  firstName,
  lastName,
  email: `${index}@mail.example`,
  phone: index % 2 ? "+4740011223" : null,
  jobTitle,
  companyId: companyName ? `com_${index}` : null,
  companyName,
  stageId: sampleStages[index % sampleStages.length]?.id ?? "stg_1",
  stageSince: "2027-03-10T09:00:00Z",
  status: sampleStages[index % sampleStages.length]?.status ?? "new",
  score: index * 17,
  value: index === 4 ? null : { amount: 154_800 * (index + 1), currency: "eur" },
  assignedTo: index % 3 ? "usr_1" : null,
  sourceId: index % 2 ? "lsr_1" : "lsr_2",
  tags: index % 2 ? ["ltg_1", "ltg_2"] : [],
  customFields: { kilos: 12 * index, machine: "Filter machine", tasting: "2027-02-06" },
  createdAt: "2027-02-01T09:00:00Z",
  updatedAt: "2027-03-10T09:00:00Z",
  lastContactedAt: index % 2 ? "2027-03-09T09:00:00Z" : null,
  nextFollowUpAt: index % 2 ? "2027-03-29T09:00:00Z" : null,
}));

export const sampleLead: LeadDetail = {
  ...(sampleLeads[0] as LeadLine), // safe: there are six
  website: "https://fjordlys.example/",
  notes: "Asked twice whether the grinder stays if they pause.",
  budget: "Set for the year",
  authority: "Decides alone",
  need: "Coffee tastes bitter",
  timeline: "Next month",
  language: "no",
  closeReason: "",
  closedAt: null,
  assignedAt: "2027-02-02T10:00:00Z",
  convertedAt: null,
  firstTouch: {
    at: "2027-01-20T18:00:00Z",
    kind: "visit",
    utm: { source: "linkedin", medium: "social", campaign: "office-coffee" },
    referrer: null,
    landingUrl: null,
  },
  lastTouch: null,
};

export const readOnlyHouse: LeadsHouse = {
  ...sampleHouse,
  mayWrite: false,
  mayContact: false,
  mayDelete: false,
  mayExport: false,
  mayImport: false,
  mayAssign: false,
  mayConfigure: false,
};

const nothing = () => undefined;
export const sampleLeadActs = { change: nothing, move: nothing, patch: nothing };
