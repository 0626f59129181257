import * as z from "zod";
import { conditionSchema } from "../kernel/conditions";
import { isDate } from "./pure/date";
import { fieldTypes, type FormDefinition } from "./pure/form";
import { countries } from "./pure/countries";
import { safeTarget } from "./pure/target";
import { plainTheme } from "./pure/theme";

/** What a caller may send as a form. What needs more than one part of it to be judged is in `definition-faults.ts`. */
export const mostFields = 100;
const mostOptions = 250;
const mostLanguages = 20;
export const mostBytes = 300_000;

const line = (most: number) => z.string().trim().max(most);
const named = (most: number) => line(most).min(1);

/** Also a name in posts, where everything of ours begins with `_`; the names that every object has are nobody's key. */
export const keyShape = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,39}$/,
    "A key has letters, digits and _, begins with a letter and has at most 40.",
  )
  .refine((key) => !["constructor", "prototype"].includes(key), "This word is not a key.");

export const languageShape = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z]{2}|-[A-Z][a-z]{3})?$/, "Use a language code such as “en” or “pt-BR”.");

const dayShape = z.union([z.literal("today"), z.string().refine(isDate, "Use a date such as 2030-12-31.")]);
const country = z.enum(countries());

const rulesShape = z.strictObject({
  minLength: z.int().min(1).max(5000).optional(),
  maxLength: z.int().min(1).max(5000).optional(),
  mask: named(60).optional().meta({ description: "# is a digit, @ a letter, * either; the rest is itself." }),
  min: z.number().min(-1e12).max(1e12).optional(),
  max: z.number().min(-1e12).max(1e12).optional(),
  isWhole: z.boolean().optional(),
  earliest: dayShape.optional(),
  latest: dayShape.optional(),
  minChoices: z.int().min(1).max(mostOptions).optional(),
  maxChoices: z.int().min(1).max(mostOptions).optional(),
  lowLabel: line(80).optional(),
  highLabel: line(80).optional(),
  fileTypes: z
    .array(z.enum(["image", "pdf", "document", "spreadsheet", "text"]))
    .min(1)
    .max(5)
    .optional(),
  maxFileMb: z.int().min(1).max(10).optional(),
  maxFiles: z.int().min(1).max(5).optional(),
  countries: z.array(country).min(1).max(250).optional(),
  defaultValue: line(300).optional(),
});

export const leadTargets = [
  "lead.name",
  "lead.firstName",
  "lead.lastName",
  "lead.email",
  "lead.phone",
  "lead.jobTitle",
  "lead.budget",
  "lead.authority",
  "lead.need",
  "lead.timeline",
  "lead.consent",
  "company.name",
  "company.website",
  "company.industry",
  "company.size",
] as const;

const targetShape = z.union([
  z.enum(leadTargets),
  z.string().regex(/^custom\.[a-z][a-z0-9_]{0,59}$/, "Use a field of leads or companies, or custom.<key>."),
]);

const fieldShape = z.strictObject({
  key: keyShape,
  type: z.enum(fieldTypes),
  label: line(2000),
  help: line(500).optional(),
  placeholder: line(200).optional(),
  isRequired: z.boolean().optional(),
  options: z
    .array(z.strictObject({ value: named(100), label: named(200) }))
    .max(mostOptions)
    .optional(),
  rules: rulesShape.optional(),
  visibleWhen: conditionSchema.optional().meta({ description: "About fields that stand before this one." }),
  mapsTo: targetShape.optional().meta({ description: "Such as lead.email, company.name, custom.roast." }),
  canPrefill: z.boolean().optional(),
  jumps: z
    .array(z.strictObject({ when: conditionSchema, to: keyShape }))
    .max(20)
    .optional()
    .meta({ description: "Of a page break: where to go instead, judged when the page before it is left." }),
});

/** REDIR-01 Only a complete https address is ever stored. */
const httpsAddress = line(2000).refine(
  (url) => safeTarget(url) !== null,
  "Use a complete address with https://.",
);

const endingShape = z.strictObject({
  key: keyShape,
  kind: z.enum(["message", "redirect"]),
  title: line(300),
  text: line(2000).optional(),
  buttonLabel: line(80).optional(),
  url: httpsAddress.optional(),
  when: conditionSchema.optional(),
});

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "Use a colour such as #1d5f63.")
  .toLowerCase();

const themeShape = z.strictObject({
  accent: color,
  background: color,
  text: color,
  font: z.enum(["inherit", "system", "serif", "rounded", "mono"]),
  radius: z.int().min(0).max(24),
  density: z.enum(["comfortable", "compact"]),
  appearance: z.enum(["light", "dark", "auto"]),
});

const path = z.string().regex(/^(?:title|description|submitLabel|(?:fields|endings)\.[a-z][^\n]{0,180})$/);
export const textsShape = z.record(path, line(2000));

const example: FormDefinition = {
  language: "en",
  title: "Stay in touch",
  fields: [{ key: "email", type: "email", label: "Your email", isRequired: true, mapsTo: "lead.email" }],
  endings: [{ key: "thanks", kind: "message", title: "Thank you" }],
  theme: plainTheme,
};

export const wordingShape = z.strictObject({ name: named(80), when: conditionSchema, texts: textsShape });

export const definitionShape = z
  .strictObject({
    language: languageShape,
    title: line(200),
    description: line(2000).optional(),
    submitLabel: line(60).optional(),
    fields: z.array(fieldShape).max(mostFields),
    endings: z.array(endingShape).min(1).max(20),
    theme: themeShape,
    translations: z
      .record(languageShape, textsShape)
      .refine(
        (all) => Object.keys(all).length <= mostLanguages,
        `A form has at most ${mostLanguages} languages.`,
      )
      .optional()
      .meta({ description: "By language: the text for a path such as fields.email.label." }),
    wordings: z.array(wordingShape).max(20).optional().meta({
      description: "Other words for whoever came a certain way; the first whose condition holds.",
    }),
  })
  .meta({ example });
