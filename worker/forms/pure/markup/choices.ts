import { stepsOf } from "../choice";
import type { Choice, Field } from "../form";
import type { Words } from "../say";
import { type Block, block } from "./block";
import type { FieldContext } from "./field-context";

export type Group =
  | { kind: "address" }
  | { kind: "choices"; input: "radio" | "checkbox"; look: string; choices: Choice[] };

/** Questions that are answered by several controls under one legend. */
export function groupOf(field: Field, words: Words): Group | null {
  switch (field.type) {
    case "address":
      return { kind: "address" };
    case "single_choice":
      return choices("radio", "list", field.options ?? []);
    case "multiple_choice":
      return choices("checkbox", "list", field.options ?? []);
    case "yes_no":
      return choices("radio", "row", [
        { value: "yes", label: words.yes },
        { value: "no", label: words.no },
      ]);
    case "rating":
      return choices("radio", "stars", numbers(field));
    case "scale":
      return choices("radio", "scale", numbers(field));
    default:
      return null;
  }
}

function choices(input: "radio" | "checkbox", look: string, of: Choice[]): Group {
  return { kind: "choices", input, look, choices: of };
}

function numbers(field: Field): Choice[] {
  const { min, max } = stepsOf(field);
  return Array.from({ length: max - min + 1 }, (_, index) => String(min + index)).map((value) => ({
    value,
    label: value,
  }));
}

export function choiceInputs(
  field: Field,
  group: Extract<Group, { kind: "choices" }>,
  context: FieldContext,
): Block[] {
  const { key, isRequired, rules = {} } = field;
  const chosen = chosenOf(context.value);
  const inputs = group.choices.map(({ value, label }, index) =>
    block(
      "label",
      { class: "trb-choice", part: "choice" },
      block("input", {
        type: group.input,
        name: key,
        value,
        id: `trb-${key}-${index}`,
        checked: chosen.has(value) || null,
        required: (isRequired && context.isSure && group.input === "radio") || null,
      }),
      block("span", {}, label),
    ),
  );
  const ends = [rules.lowLabel, rules.highLabel];
  return [
    block("div", { class: `trb-choices trb-${group.look}`, part: "choices" }, ...inputs),
    ...(ends.some(Boolean)
      ? [block("div", { class: "trb-ends" }, ...ends.map((end) => block("span", {}, end)))]
      : []),
  ];
}

/** As it was posted, or as it was checked: yes is `true` by then. */
function chosenOf(value: unknown): Set<string> {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  return new Set(given.map((each) => (each === true ? "yes" : each === false ? "no" : String(each))));
}
