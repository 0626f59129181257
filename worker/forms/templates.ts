import type { Business } from "../businesses";
import type { Ending, Field, FormDefinition, Theme } from "./pure/form";
import { plainTheme } from "./pure/theme";

export const templateKeys = ["contact", "newsletter", "demo_request", "quote", "survey", "event"] as const;
export type TemplateKey = (typeof templateKeys)[number];

export type Template = { key: TemplateKey; name: string; about: string; definition: FormDefinition };
type Draft = Omit<Template, "key" | "definition"> & {
  title: string;
  description?: string;
  submitLabel: string;
  fields: Field[];
  thanks: Omit<Ending, "key" | "kind">;
};

/** To begin from: each asks for no more than it needs. */
export function templateFor(
  key: TemplateKey,
  { brandColors, language, name: business }: Pick<Business, "brandColors" | "language" | "name">,
): Template {
  const { name, about, title, description, submitLabel, fields, thanks } = drafts[key];
  const say = (text: string) => text.replaceAll("{business}", business);
  return {
    key,
    name,
    about,
    definition: {
      // The words are English; a translation is the owner's to add.
      language: language.startsWith("en") ? language : "en",
      title: say(title),
      ...(description ? { description: say(description) } : {}),
      submitLabel,
      fields: fields.map((field) => ({ ...field, label: say(field.label) })),
      endings: [
        {
          key: "thanks",
          kind: "message",
          title: thanks.title,
          ...(thanks.text ? { text: thanks.text } : {}),
        },
      ],
      theme: themeOf(brandColors),
    },
  };
}

export function themeOf({ primary }: Business["brandColors"]): Theme {
  return {
    ...plainTheme,
    ...(primary && /^#[0-9a-f]{6}$/i.test(primary) ? { accent: primary.toLowerCase() } : {}),
  };
}

const email: Field = {
  key: "email",
  type: "email",
  label: "Your email",
  isRequired: true,
  mapsTo: "lead.email",
  canPrefill: true,
};
const name: Field = {
  key: "name",
  type: "short_text",
  label: "Your name",
  isRequired: true,
  mapsTo: "lead.name",
  canPrefill: true,
};
const company: Field = { key: "company", type: "short_text", label: "Company", mapsTo: "company.name" };
const consent: Field = {
  key: "consent",
  type: "consent",
  label: "{business} may write to me. I can stop this at any time.",
  isRequired: true,
  mapsTo: "lead.consent",
};

const drafts: Record<TemplateKey, Draft> = {
  contact: {
    name: "Contact",
    about: "A question, and where to send the answer.",
    title: "Write to {business}",
    submitLabel: "Send message",
    fields: [
      name,
      email,
      { key: "message", type: "long_text", label: "How can we help?", isRequired: true, mapsTo: "lead.need" },
    ],
    thanks: { title: "Thank you", text: "Your message has arrived. We answer by email." },
  },
  newsletter: {
    name: "Newsletter",
    about: "An address and permission to write to it.",
    title: "News from {business}",
    submitLabel: "Subscribe",
    fields: [email, consent],
    thanks: { title: "You are on the list" },
  },
  demo_request: {
    name: "Demo request",
    about: "Who wants to see it, for how many, and when.",
    title: "See it for yourself",
    description: "Half an hour, with your own questions.",
    submitLabel: "Ask for a demo",
    fields: [
      name,
      { ...email, label: "Work email" },
      company,
      { key: "role", type: "short_text", label: "What do you do there?", mapsTo: "lead.jobTitle" },
      {
        key: "team_size",
        type: "single_choice",
        label: "How many people would use it?",
        options: choices("1–5", "6–20", "21–100", "More than 100"),
        mapsTo: "company.size",
      },
      { key: "preferred_day", type: "date", label: "A day that suits you", rules: { earliest: "today" } },
    ],
    thanks: { title: "Thank you", text: "We will propose a time by email." },
  },
  quote: {
    name: "Quote",
    about: "What somebody needs, by when, and for how much.",
    title: "Ask for a quote",
    submitLabel: "Ask for a quote",
    fields: [
      { key: "need", type: "long_text", label: "What do you need?", isRequired: true, mapsTo: "lead.need" },
      {
        key: "timeline",
        type: "single_choice",
        label: "By when?",
        options: choices("As soon as possible", "Within a month", "Within three months", "No date yet"),
        mapsTo: "lead.timeline",
      },
      {
        key: "budget",
        type: "short_text",
        label: "Your budget",
        help: "A range is enough.",
        mapsTo: "lead.budget",
      },
      { key: "about_you", type: "page_break", label: "Where should we send it?" },
      name,
      email,
      {
        key: "phone",
        type: "phone",
        label: "Phone",
        help: "If you would rather talk.",
        mapsTo: "lead.phone",
      },
      company,
    ],
    thanks: { title: "Thank you", text: "You will have our quote by email." },
  },
  survey: {
    name: "Survey",
    about: "How likely somebody is to recommend you, and why.",
    title: "Two minutes for {business}?",
    submitLabel: "Send answers",
    fields: [
      {
        key: "recommend",
        type: "scale",
        label: "How likely are you to recommend us?",
        isRequired: true,
        rules: { min: 0, max: 10, lowLabel: "Not at all", highLabel: "Very likely" },
      },
      {
        key: "what_went_wrong",
        type: "long_text",
        label: "What should we do better?",
        visibleWhen: { field: "recommend", operator: "at_most", value: 6 },
      },
      {
        key: "what_you_like",
        type: "long_text",
        label: "What do you like most?",
        visibleWhen: { field: "recommend", operator: "at_least", value: 9 },
      },
      { key: "quality", type: "rating", label: "How good is what we make?", rules: { max: 5 } },
      { ...email, label: "Your email, if we may ask back", isRequired: false },
    ],
    thanks: { title: "Thank you", text: "Somebody reads every answer." },
  },
  event: {
    name: "Event",
    about: "Who is coming, with how many, and what they eat.",
    title: "Come by",
    submitLabel: "Sign up",
    fields: [
      name,
      email,
      {
        key: "guests",
        type: "number",
        label: "How many are you?",
        rules: { min: 1, max: 10, isWhole: true },
      },
      {
        key: "food",
        type: "multiple_choice",
        label: "Anything we should know about food?",
        options: choices("Vegetarian", "Vegan", "No gluten", "No nuts"),
      },
      { key: "note", type: "long_text", label: "Anything else?" },
    ],
    thanks: { title: "See you there", text: "We look forward to meeting you." },
  },
};

function choices(...labels: string[]) {
  return labels.map((label) => ({
    value: label
      .toLowerCase()
      .replaceAll("–", "_to_")
      .replaceAll(/[^a-z0-9_]+/g, "_"),
    label,
  }));
}
