import type { FormDefinition } from "../pure/form";
import { localise, personalise } from "../pure/texts";
import type { PublishedForm } from "../published";

/** How a visitor came: campaign and referrer, by the names that a wording's condition asks by. */
export type CameBy = { visitor: Record<string, string>; now: number };

/** In the visitor's language, or in the form's own with the words for whoever came this way. */
export function spokenForm({ definition }: PublishedForm, language: string, came?: CameBy): FormDefinition {
  if (language !== definition.language) return localise(definition, language);
  return came ? personalise(definition, { ...came.visitor, language }, came.now) : definition;
}
