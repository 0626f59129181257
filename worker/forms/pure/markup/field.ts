import { countryChoices } from "../countries";
import { addressParts, type Field } from "../form";
import { type Block, block } from "./block";
import { choiceInputs, type Group, groupOf } from "./choices";
import { controlOf, select } from "./control";
import type { FieldContext } from "./field-context";
import { textBlocks } from "./text";

/** One question: its words, its control, and a place for what is wrong with the answer. */
export function fieldBlock(field: Field, context: FieldContext): Block {
  const { key, type } = field;
  if (type === "hidden") return block("input", { type: "hidden", name: key, value: valueOf(field, context) });
  if (type === "statement") return statement(field);
  const group = groupOf(field, context.words);
  const body = group ? groupBlocks(field, group, context) : lineBlocks(field, context);
  return block(
    group ? "fieldset" : "div",
    {
      class: "trb-field",
      part: "field",
      "data-key": key,
      ...(group && { id: `trb-${key}`, tabindex: -1, ...describing(field, context) }),
    },
    type === "consent" ? null : labelBlock(field, context, Boolean(group)),
    field.help && type !== "consent" && helpBlock(key, field.help),
    ...body,
    block("p", { class: "trb-error", part: "error", id: `trb-${key}-error` }, context.fault),
  );
}

function statement({ key, label, help }: Field): Block {
  return block(
    "div",
    { class: "trb-field trb-statement", part: "statement", "data-key": key },
    block("p", {}, ...textBlocks(label)),
    help && block("p", { class: "trb-help" }, ...textBlocks(help)),
  );
}

function labelBlock(field: Field, { words }: FieldContext, isGroup: boolean): Block {
  const inside = [
    field.label,
    !field.isRequired && block("span", { class: "trb-optional" }, ` ${words.optional}`),
  ];
  return isGroup
    ? block("legend", { class: "trb-label", part: "label" }, ...inside)
    : block("label", { class: "trb-label", part: "label", for: `trb-${field.key}` }, ...inside);
}

function helpBlock(key: string, help: string): Block {
  return block("p", { class: "trb-help", part: "help", id: `trb-${key}-help` }, ...textBlocks(help));
}

/** What is said with the control: its help, and what is wrong with it. */
export function describing({ key, help }: Field, { fault }: FieldContext) {
  return {
    "aria-describedby": `${help ? `trb-${key}-help ` : ""}trb-${key}-error`,
    ...(fault && { "aria-invalid": "true" }),
  };
}

function lineBlocks(field: Field, context: FieldContext): Block[] {
  if (field.type === "consent") return consentBlocks(field, context);
  return [
    controlOf(field, { ...context, value: valueOf(field, context), describing: describing(field, context) }),
  ];
}

function consentBlocks(field: Field, context: FieldContext): Block[] {
  const { key, label, help, isRequired } = field;
  const isChecked = ["true", "on", "yes", true].includes(context.value as string | boolean); // safe: only compared
  const box = block("input", {
    type: "checkbox",
    id: `trb-${key}`,
    name: key,
    value: "true",
    checked: isChecked || null,
    required: (isRequired && context.isSure) || null,
    ...describing(field, context),
  });
  return [
    block("label", { class: "trb-choice", part: "choice" }, box, block("span", {}, ...textBlocks(label))),
    ...(help ? [helpBlock(key, help)] : []),
  ];
}

function groupBlocks(field: Field, group: Group, context: FieldContext): Block[] {
  return group.kind === "address" ? addressBlocks(field, context) : choiceInputs(field, group, context);
}

function addressBlocks({ key, rules }: Field, { words, language, value }: FieldContext): Block[] {
  const given = new Map<string, unknown>(Object.entries(typeof value === "object" && value ? value : {}));
  return addressParts.map((part) => {
    const name = `${key}.${part}`;
    const attributes = { id: `trb-${name}`, name, autocomplete: autocompleteOf[part] };
    const typed = given.get(part);
    const chosen = typeof typed === "string" ? typed : "";
    const control =
      part === "country"
        ? select(attributes, words.choose, countryChoices(language, rules?.countries), chosen)
        : block("input", {
            ...attributes,
            type: "text",
            class: "trb-input",
            part: "input",
            maxlength: 200,
            value: chosen,
          });
    const label = block("label", { class: "trb-part", for: `trb-${name}` }, words[part]);
    return block("div", { class: `trb-part-of trb-${part}` }, label, control);
  });
}

const autocompleteOf = {
  line1: "address-line1",
  line2: "address-line2",
  city: "address-level2",
  region: "address-level1",
  postalCode: "postal-code",
  country: "country",
};

function valueOf({ rules }: Field, { value }: FieldContext): string {
  return value === undefined || value === null
    ? (rules?.defaultValue ?? "")
    : String(value as string | number); // safe: shown as text
}
