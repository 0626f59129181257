import { textsOf } from "../../../../worker/forms/pure/texts";
import type { Texts } from "../../../../worker/forms/pure/form";
import type { Definition } from "../definition";
import type { FormSettings } from "../form";

/** A form in the parts that are edited, merged and fought over apart: two people may work on two of them at once. */
export type FormWords = Pick<Definition, "language" | "title" | "fields" | "endings" | "theme"> & {
  name: string;
  description: string;
  submitLabel: string;
  translations: NonNullable<Definition["translations"]>;
  wordings: NonNullable<Definition["wordings"]>;
  settings: FormSettings;
  aiPersonalizationEnabled: boolean;
};

type Saved = Pick<FormWords, "name" | "settings" | "aiPersonalizationEnabled"> & { definition: Definition };

export function wordsOf({ name, definition, settings, aiPersonalizationEnabled }: Saved): FormWords {
  const { description = "", submitLabel = "", translations = {}, wordings = [], ...rest } = definition;
  const { language, title, fields, endings, theme } = rest;
  return {
    name,
    language,
    title,
    description,
    submitLabel,
    fields,
    endings,
    theme,
    translations,
    wordings,
    settings,
    aiPersonalizationEnabled,
  };
}

export function definitionOf(words: FormWords): Definition {
  const { language, title, description, submitLabel, fields, endings, theme, translations, wordings } = words;
  return {
    language,
    title,
    ...(description ? { description } : {}),
    ...(submitLabel ? { submitLabel } : {}),
    fields,
    endings,
    theme,
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
    ...(wordings.length > 0 ? { wordings } : {}),
  };
}

export function withDefinition(words: FormWords, definition: Definition): FormWords {
  const { name, settings, aiPersonalizationEnabled } = words;
  return wordsOf({ name, settings, aiPersonalizationEnabled, definition });
}

/** Each part with its properties in one order, so that what is the same also looks the same. */
export function inOrder(words: FormWords): FormWords {
  return sorted(words) as FormWords; // safe: only the order of properties is another
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}

/** As it is saved: without options that have no words yet, and without words for what is no longer there. */
export function sendable(definition: Definition): Definition {
  const fields = definition.fields.map((field) =>
    field.options ? { ...field, options: field.options.filter(({ label }) => label.trim() !== "") } : field,
  );
  const own = textsOf({ ...definition, fields });
  const known = (texts: Texts) =>
    Object.fromEntries(
      Object.entries(texts).filter(([path, text]) => Object.hasOwn(own, path) && text.trim()),
    );
  const { translations, wordings } = definition;
  return {
    ...definition,
    fields,
    ...(translations && {
      translations: Object.fromEntries(
        Object.entries(translations).map(([language, texts]) => [language, known(texts)]),
      ),
    }),
    ...(wordings && { wordings: wordings.map((wording) => ({ ...wording, texts: known(wording.texts) })) }),
  };
}

/** Each part as a person calls it. */
export const partNames: Record<keyof FormWords, string> = {
  name: "Name",
  language: "Language",
  title: "Title",
  description: "Introduction",
  submitLabel: "Words on the button",
  fields: "Questions",
  endings: "Endings",
  theme: "Look",
  translations: "Translations",
  settings: "Settings",
  wordings: "Wordings",
  aiPersonalizationEnabled: "Wording for whoever comes",
};
