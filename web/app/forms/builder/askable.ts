import { askableFields } from "../../../../worker/forms/pure/questions";
import type { AskableField } from "~/conditions/group";
import type { Definition } from "../definition";
import { typeWords } from "../field-types";

/** What a condition may ask about, as it is chosen: what stands before the field named, or all of it. */
export function askable(definition: Definition, before?: string): AskableField[] {
  const { fields } = definition;
  const place = fields.findIndex(({ key }) => key === before);
  const types = askableFields(fields, place < 0 ? fields.length : place);
  return fields.flatMap(({ key, label, type, options }) => {
    const known = types[key];
    if (!known) return [];
    return [
      {
        name: key,
        label: label || typeWords(type).name,
        type: known.type,
        ...(options
          ? { options: options.map(({ value, label: name }) => ({ value, label: name || value })) }
          : {}),
      },
    ];
  });
}
