import type { Answer, Answers, FormDefinition } from "./pure/form";

/** What a response says about a person and their company, by the fields that the form maps. */
export type MappedAnswers = {
  email?: string;
  phone?: string;
  firstName?: string;
  lastName?: string;
  jobTitle?: string;
  budget?: string;
  authority?: string;
  need?: string;
  timeline?: string;
  companyName?: string;
  website?: string;
  industry?: string;
  companySize?: string;
  /** Null where the form does not ask. */
  consent: boolean | null;
  customFields: Record<string, string | number | boolean | string[]>;
};

const names = {
  "lead.email": "email",
  "lead.phone": "phone",
  "lead.firstName": "firstName",
  "lead.lastName": "lastName",
  "lead.jobTitle": "jobTitle",
  "lead.budget": "budget",
  "lead.authority": "authority",
  "lead.need": "need",
  "lead.timeline": "timeline",
  "company.name": "companyName",
  "company.website": "website",
  "company.industry": "industry",
  "company.size": "companySize",
} as const;

/** An email field that is mapped to nothing is the lead's address all the same; so it is with phone numbers. */
export function mapAnswers(definition: Pick<FormDefinition, "fields">, answers: Answers): MappedAnswers {
  const mapped: MappedAnswers = { consent: null, customFields: {} };
  for (const { key, type, mapsTo, options = [] } of definition.fields) {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    if (answer === undefined) continue;
    const labels = options.filter(({ value }) => [answer].flat().includes(value)).map(({ label }) => label);
    if (mapsTo?.startsWith("custom."))
      mapped.customFields[mapsTo.slice("custom.".length)] = customValue(answer, labels);
    else if (mapsTo === "lead.consent" && typeof answer === "boolean") mapped.consent = answer;
    else if (mapsTo === "lead.name") Object.assign(mapped, splitName(wordsOf(answer)));
    else if (mapsTo && Object.hasOwn(names, mapsTo)) {
      const words = labels.length > 0 ? labels.join(", ") : wordsOf(answer);
      mapped[names[mapsTo as keyof typeof names]] = words; // safe: hasOwn on the line above
    } else if (!mapsTo && type === "email") mapped.email ??= wordsOf(answer);
    else if (!mapsTo && type === "phone") mapped.phone ??= wordsOf(answer);
  }
  return mapped;
}

/** Choices are kept by what people read; an address as its lines. */
function customValue(answer: Answer, labels: string[]): string | number | boolean | string[] {
  if (Array.isArray(answer)) return labels;
  if (typeof answer === "object") return wordsOf(answer);
  return labels[0] ?? answer;
}

/** The last word is the family's, as far as one can know; a single word is a first name. */
export function splitName(name: string): { firstName: string; lastName?: string } {
  const words = name.split(/\s+/);
  const lastName = words.length > 1 ? words.pop() : undefined;
  return { firstName: words.join(" "), ...(lastName ? { lastName } : {}) };
}

function wordsOf(answer: Answer): string {
  if (typeof answer === "string") return answer;
  if (typeof answer === "object") return Object.values(answer).join(", ");
  return String(answer);
}
