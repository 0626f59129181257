import {
  AlignLeft,
  AtSign,
  Calendar,
  ChevronDownSquare,
  CircleDot,
  EyeOff,
  Flag,
  Gauge,
  Globe,
  Hash,
  Link2,
  type LucideIcon,
  MapPin,
  Paperclip,
  Phone,
  Quote,
  Scissors,
  ShieldCheck,
  SquareCheck,
  Star,
  ToggleLeft,
  Type,
} from "lucide-react";
import type { Definition, Field, FieldType } from "./definition";

export type TypeWords = {
  type: FieldType;
  name: string;
  about: string;
  icon: LucideIcon;
  /** Other words somebody may look for it with. */
  words?: string;
};

export type TypeGroup = { name: string; types: TypeWords[] };

/** Every kind of question, in the order somebody looks for it. */
export const typeGroups: TypeGroup[] = [
  {
    name: "Contact",
    types: [
      { type: "email", name: "Email", about: "Checked as it is typed", icon: AtSign, words: "mail" },
      {
        type: "phone",
        name: "Phone",
        about: "With the country's code",
        icon: Phone,
        words: "telephone mobile",
      },
      { type: "address", name: "Address", about: "Street, city, postal code", icon: MapPin, words: "street" },
      { type: "country", name: "Country", about: "Chosen from all of them", icon: Globe, words: "nation" },
      { type: "url", name: "Website", about: "An address on the web", icon: Link2, words: "url link" },
    ],
  },
  {
    name: "Text and numbers",
    types: [
      { type: "short_text", name: "Short text", about: "One line", icon: Type, words: "name input" },
      {
        type: "long_text",
        name: "Long text",
        about: "Several lines",
        icon: AlignLeft,
        words: "paragraph textarea message",
      },
      { type: "number", name: "Number", about: "Whole or with decimals", icon: Hash, words: "amount budget" },
      { type: "date", name: "Date", about: "A day", icon: Calendar, words: "day birthday" },
    ],
  },
  {
    name: "Choices",
    types: [
      {
        type: "single_choice",
        name: "One choice",
        about: "One of a few",
        icon: CircleDot,
        words: "radio single",
      },
      {
        type: "multiple_choice",
        name: "Several choices",
        about: "Any number of them",
        icon: SquareCheck,
        words: "checkbox multiple",
      },
      {
        type: "dropdown",
        name: "Dropdown",
        about: "One of many",
        icon: ChevronDownSquare,
        words: "select list",
      },
      { type: "yes_no", name: "Yes or no", about: "Two answers", icon: ToggleLeft, words: "boolean" },
      { type: "rating", name: "Rating", about: "Stars", icon: Star, words: "stars" },
      { type: "scale", name: "Scale", about: "From 0 to 10", icon: Gauge, words: "nps score opinion" },
    ],
  },
  {
    name: "Other",
    types: [
      {
        type: "file",
        name: "File",
        about: "Uploaded by the visitor",
        icon: Paperclip,
        words: "upload attachment",
      },
      {
        type: "consent",
        name: "Consent",
        about: "A box to agree with",
        icon: ShieldCheck,
        words: "gdpr privacy terms",
      },
      {
        type: "hidden",
        name: "Hidden",
        about: "Comes with the address",
        icon: EyeOff,
        words: "utm parameter",
      },
      {
        type: "statement",
        name: "Statement",
        about: "Words without a question",
        icon: Quote,
        words: "text heading",
      },
      {
        type: "page_break",
        name: "New page",
        about: "What follows comes next",
        icon: Scissors,
        words: "page break step section",
      },
    ],
  },
];

const byType = new Map(typeGroups.flatMap(({ types }) => types.map((words) => [words.type, words])));

export const endingIcon = Flag;

export function typeWords(type: FieldType): TypeWords {
  const words = byType.get(type);
  if (!words) throw new Error(`There are no words for ${type}.`);
  return words;
}

/** What a new question begins with, so that it already works before a word is typed. */
export function freshField(type: FieldType, definition: Definition): Field {
  const { mapsTo, label = typeWords(type).name, ...rest } = beginnings[type] ?? {};
  // Two questions are not kept in one place.
  const isTaken = definition.fields.some((field) => field.mapsTo === mapsTo);
  const kept = mapsTo && !isTaken ? { mapsTo } : {};
  return { key: freshKey(type, definition), type, label, ...rest, ...kept };
}

const beginnings: Partial<Record<FieldType, Partial<Field>>> = {
  email: { label: "Your email", isRequired: true, mapsTo: "lead.email" },
  phone: { label: "Your phone number", mapsTo: "lead.phone" },
  url: { label: "Your website", mapsTo: "company.website" },
  address: { label: "Your address" },
  country: { label: "Your country" },
  short_text: { label: "A short question" },
  long_text: { label: "Tell us more" },
  number: { label: "How many?" },
  date: { label: "Which day?" },
  single_choice: { label: "Which one?", options: options("First option", "Second option") },
  multiple_choice: { label: "Which of these?", options: options("First option", "Second option") },
  dropdown: { label: "Which one?", options: options("First option", "Second option") },
  yes_no: { label: "Yes or no?" },
  rating: { label: "How do you like it?", rules: { max: 5 } },
  scale: {
    label: "How likely are you to recommend us?",
    rules: { min: 0, max: 10, lowLabel: "Not at all", highLabel: "Very" },
  },
  file: { label: "A file", rules: { fileTypes: ["image", "pdf"], maxFileMb: 10, maxFiles: 1 } },
  consent: {
    label: "I agree that you contact me about my request.",
    isRequired: true,
    mapsTo: "lead.consent",
  },
  hidden: { label: "Hidden value", canPrefill: true },
  statement: { label: "Something to know" },
  page_break: { label: "Next page" },
};

function options(...labels: string[]) {
  return labels.map((label, index) => ({ value: `option_${index + 1}`, label }));
}

/** The type's own name, and a number where that is taken. */
export function freshKey(word: string, { fields, endings }: Definition): string {
  const taken = new Set([...fields, ...endings].map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? word : `${word}_${number}`;
    if (!taken.has(key)) return key;
  }
}
