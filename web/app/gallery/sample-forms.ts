import { plainTheme } from "../../../worker/forms/pure/theme";
import type { Definition } from "~/forms/definition";
import type { Form, ListedForm } from "~/forms/form";

export const sampleDefinition: Definition = {
  language: "en",
  title: "Taste our coffee",
  description: "A bag for you and your team, roasted the day before it ships.",
  submitLabel: "Send me a bag",
  fields: [
    { key: "name", type: "short_text", label: "Your name", isRequired: true, mapsTo: "lead.name" },
    {
      key: "email",
      type: "email",
      label: "Work email",
      help: "We write once, about this bag.",
      isRequired: true,
      mapsTo: "lead.email",
      canPrefill: true,
    },
    {
      key: "roast",
      type: "single_choice",
      label: "Which roast do you like?",
      options: [
        { value: "light", label: "Light and fruity" },
        { value: "medium", label: "Medium" },
        { value: "dark", label: "Dark and heavy" },
      ],
    },
    {
      key: "machine",
      type: "short_text",
      label: "Which machine do you use?",
      visibleWhen: { all: [{ field: "roast", operator: "equals", value: "dark" }] },
    },
    {
      key: "office",
      type: "page_break",
      label: "Your office",
      jumps: [{ when: { field: "roast", operator: "equals", value: "dark" }, to: "thanks" }],
    },
    {
      key: "cups",
      type: "number",
      label: "Cups a week",
      rules: { min: 1, isWhole: true },
      mapsTo: "lead.need",
    },
    {
      key: "likely",
      type: "scale",
      label: "How likely are you to change your coffee?",
      rules: { min: 0, max: 10, lowLabel: "Not at all", highLabel: "Very" },
    },
    { key: "stars", type: "rating", label: "Your coffee today", rules: { max: 5 } },
    { key: "address", type: "address", label: "Where should the bag go?", isRequired: true },
    {
      key: "consent",
      type: "consent",
      label: "Northwind Coffee may write to me about this bag.",
      isRequired: true,
      mapsTo: "lead.consent",
    },
    { key: "utm_source", type: "hidden", label: "Where from", canPrefill: true },
  ],
  endings: [
    {
      key: "many",
      kind: "redirect",
      title: "Book a tasting",
      url: "https://northwind.example/tasting",
      when: { field: "cups", operator: "at_least", value: 200 },
    },
    { key: "thanks", kind: "message", title: "Thank you", text: "The bag leaves on Tuesday." },
  ],
  theme: plainTheme,
  wordings: [
    {
      name: "From LinkedIn",
      when: { all: [{ field: "utm_source", operator: "equals", value: "linkedin" }] },
      texts: { title: "A bag for your office" },
    },
  ],
  translations: {
    de: {
      title: "Probieren Sie unseren Kaffee",
      "fields.name.label": "Ihr Name",
      "fields.email.label": "Ihre E-Mail",
    },
  },
};

export const sampleForm: Form = {
  id: "frm_1",
  businessId: "biz_1",
  name: "Sample bag",
  title: sampleDefinition.title,
  state: "published",
  revision: 7,
  hasUnpublishedChanges: true,
  responseCount: 128,
  publishedVersionId: "fmv_1",
  publishedAt: "2026-11-19T09:00:00Z",
  updatedAt: "2026-11-21T09:00:00Z",
  url: "https://forms.northwind.example/f/frm_1",
  aiPersonalizationEnabled: false,
  hasChallengeSecret: false,
  definition: sampleDefinition,
  settings: {
    responseLimit: 500,
    opensAt: null,
    closesAt: "2026-12-24T18:00:00Z",
    closedMessage: "All bags are on their way. See you in January.",
    notifyMemberIds: ["mem_1"],
    hasDoubleOptIn: false,
    keepsDrafts: true,
    allowedDomains: ["northwind.example"],
    challengeSiteKey: null,
  },
};

export const sampleForms: ListedForm[] = [
  { ...sampleForm, fieldCount: 9 },
  {
    ...sampleForm,
    id: "frm_2",
    name: "Newsletter",
    title: "News from Northwind",
    hasUnpublishedChanges: false,
    responseCount: 2041,
    fieldCount: 2,
  },
  {
    ...sampleForm,
    id: "frm_3",
    name: "Wholesale quote",
    title: "Ask for a quote",
    state: "draft",
    hasUnpublishedChanges: false,
    responseCount: 0,
    fieldCount: 7,
  },
];
