/** Two forms of the roastery, as its people would ask: what visitors see, in the shape that worker/forms owns. */
const theme = {
  accent: "#7a3b1d",
  background: "#fffdf9",
  text: "#2a211c",
  font: "inherit",
  radius: 6,
  density: "comfortable",
  appearance: "light",
};

const choice = (value: string, label: string) => ({ value, label });

export const wholesaleEnquiry = {
  language: "en",
  title: "Coffee for your café or office",
  description:
    "Four questions about how you drink coffee, then where to send the offer. It takes two minutes.",
  submitLabel: "Ask for an offer",
  fields: [
    {
      key: "place",
      type: "single_choice",
      label: "Where will the coffee be drunk?",
      isRequired: true,
      options: [
        choice("cafe", "In a café or restaurant"),
        choice("office", "In an office"),
        choice("shop", "On our shelves: we sell it on"),
        choice("other", "Somewhere else"),
      ],
    },
    {
      key: "place_other",
      type: "short_text",
      label: "Where?",
      isRequired: true,
      visibleWhen: { field: "place", operator: "equals", value: "other" },
    },
    {
      key: "kilos",
      type: "number",
      label: "How many kilos a month, roughly?",
      help: "One kilo makes about 60 cups.",
      isRequired: true,
      rules: { min: 1, max: 2000 },
      visibleWhen: { field: "place", operator: "in", value: ["cafe", "shop", "other"] },
    },
    {
      key: "people",
      type: "number",
      label: "How many people drink it?",
      isRequired: true,
      rules: { min: 1, max: 5000, isWhole: true },
      visibleWhen: { field: "place", operator: "equals", value: "office" },
      mapsTo: "company.size",
    },
    {
      key: "how_you_brew",
      type: "page_break",
      label: "How you brew",
      visibleWhen: { field: "place", operator: "not_equals", value: "shop" },
    },
    {
      key: "machines",
      type: "multiple_choice",
      label: "What do you brew with?",
      isRequired: true,
      options: [
        choice("espresso", "Espresso machine"),
        choice("filter", "Filter or batch brewer"),
        choice("automatic", "Fully automatic machine"),
        choice("cold_brew", "Cold brew"),
        choice("none", "Nothing yet"),
      ],
    },
    {
      key: "taste",
      type: "scale",
      label: "How should it taste?",
      rules: { min: 1, max: 5, lowLabel: "Dark and round", highLabel: "Light and fruity" },
    },
    {
      key: "needs_training",
      type: "yes_no",
      label: "Shall we train whoever makes the coffee?",
      visibleWhen: {
        all: [
          { field: "place", operator: "equals", value: "cafe" },
          { field: "machines", operator: "has_any", value: ["espresso", "cold_brew"] },
        ],
      },
    },
    {
      key: "start",
      type: "date",
      label: "From when?",
      rules: { earliest: "today" },
      mapsTo: "lead.timeline",
    },
    { key: "about_you", type: "page_break", label: "Where shall we send the offer?" },
    {
      key: "name",
      type: "short_text",
      label: "Your name",
      isRequired: true,
      canPrefill: true,
      mapsTo: "lead.name",
    },
    {
      key: "email",
      type: "email",
      label: "Your email",
      isRequired: true,
      canPrefill: true,
      mapsTo: "lead.email",
    },
    { key: "company", type: "short_text", label: "Company", isRequired: true, mapsTo: "company.name" },
    {
      key: "phone",
      type: "phone",
      label: "Phone",
      help: "Only if you would rather talk.",
      mapsTo: "lead.phone",
    },
    { key: "website", type: "url", label: "Website", mapsTo: "company.website" },
    { key: "note", type: "long_text", label: "Anything else?", mapsTo: "lead.need" },
  ],
  endings: [
    {
      key: "large",
      kind: "message",
      title: "Thank you. That is a lot of coffee",
      text: "Mateus will call you within a working day to plan a tasting at your place.",
      when: {
        any: [
          { field: "kilos", operator: "at_least", value: 50 },
          { field: "people", operator: "at_least", value: 150 },
        ],
      },
    },
    {
      key: "thanks",
      kind: "message",
      title: "Thank you",
      text: "You will have our offer, and a bag to taste, within two working days.",
    },
  ],
  theme,
};

export const newsletter = {
  language: "en",
  title: "What we roast on Mondays",
  description: "Twice a month: which farm is in the roaster, and one thing to change about your brew.",
  submitLabel: "Write to me",
  fields: [
    {
      key: "email",
      type: "email",
      label: "Your email",
      placeholder: "name@example.com",
      isRequired: true,
      canPrefill: true,
      mapsTo: "lead.email",
    },
    {
      key: "first_name",
      type: "short_text",
      label: "First name",
      canPrefill: true,
      mapsTo: "lead.firstName",
    },
    {
      key: "consent",
      type: "consent",
      label: "Northwind Coffee may write to me twice a month. Each letter has a link to stop it.",
      isRequired: true,
      mapsTo: "lead.consent",
    },
  ],
  endings: [
    {
      key: "thanks",
      kind: "message",
      title: "One more step",
      text: "We have sent you a letter. Open the link in it, and you are on the list.",
    },
  ],
  theme,
  translations: {
    de: {
      title: "Was wir montags rösten",
      description: "Zweimal im Monat: welche Farm im Röster ist, und was Sie an Ihrem Kaffee ändern können.",
      submitLabel: "Schreibt mir",
      "fields.email.label": "Ihre E-Mail-Adresse",
      "fields.email.placeholder": "name@example.com",
      "fields.first_name.label": "Vorname",
      "fields.consent.label":
        "Northwind Coffee darf mir zweimal im Monat schreiben. In jedem Brief ist ein Link, um das zu beenden.",
      "endings.thanks.title": "Noch ein Schritt",
      "endings.thanks.text":
        "Wir haben Ihnen geschrieben. Öffnen Sie den Link im Brief, dann stehen Sie auf der Liste.",
    },
  },
  wordings: [
    {
      name: "Readers of LinkedIn",
      when: { field: "utm_source", operator: "equals", value: "linkedin" },
      texts: { title: "Better coffee in the office, twice a month" },
    },
  ],
};
