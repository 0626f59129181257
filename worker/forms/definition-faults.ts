import { assertAskable, type Condition } from "../kernel/conditions";
import { type FieldError, Invalid } from "../kernel/errors";
import { asksSomething, type Field, type FormDefinition, hasOptions } from "./pure/form";
import { askableFields } from "./pure/questions";
import { textsOf, visitorFields } from "./pure/texts";
import { rulesFaults } from "./rule-faults";
import { mostBytes } from "./shape";

type Fields = Record<string, { type: "text" }>;
const ofVisitors: Fields = Object.fromEntries(visitorFields.map((name) => [name, { type: "text" }]));

/** Everything that is wrong with a form although each part of it is well made; each fault with its place. */
export function assertDefinition(definition: FormDefinition, at = "/definition"): void {
  const { fields, endings, wordings = [] } = definition;
  const faults = [
    ...keyFaults(definition, at),
    ...fields.flatMap((field, index) => fieldFaults(definition, field, index, `${at}/fields/${index}`)),
    ...endings.flatMap((ending, index) => [
      ...conditionFaults(ending.when, askableFields(fields), `${at}/endings/${index}/when`),
      ...(ending.kind === "redirect" && !ending.url
        ? [fault(`${at}/endings/${index}/url`, "needed", "Say where this ending leads.")]
        : []),
    ]),
    ...(endings.every(({ when }) => when)
      ? [
          fault(
            `${at}/endings`,
            "no_default",
            "One ending must be for everybody else: leave out its condition.",
          ),
        ]
      : []),
    ...wordings.flatMap(({ when }, index) =>
      conditionFaults(when, ofVisitors, `${at}/wordings/${index}/when`),
    ),
    ...textFaults(definition, at),
  ];
  if (faults.length > 0) throw new Invalid(faults);
  if (JSON.stringify(definition).length > mostBytes)
    throw Invalid.field(at, "too_large", `A form may have at most ${mostBytes / 1000} kB.`);
}

/** Keys name answers, pages and endings: none may be there twice. */
function keyFaults({ fields, endings }: FormDefinition, at: string): FieldError[] {
  const seen = new Set<string>();
  const targets = new Set<string>();
  const faults: FieldError[] = [];
  const look = (key: string, pointer: string) => {
    if (seen.has(key)) faults.push(fault(`${pointer}/key`, "taken", `The key “${key}” is there twice.`));
    seen.add(key);
  };
  for (const [index, { key, mapsTo }] of fields.entries()) {
    look(key, `${at}/fields/${index}`);
    if (mapsTo && targets.has(mapsTo))
      faults.push(fault(`${at}/fields/${index}/mapsTo`, "taken", "Another field is kept there already."));
    if (mapsTo) targets.add(mapsTo);
  }
  for (const [index, { key }] of endings.entries()) look(key, `${at}/endings/${index}`);
  return faults;
}

function fieldFaults(definition: FormDefinition, field: Field, index: number, at: string): FieldError[] {
  const before = askableFields(definition.fields, index);
  const isBreak = field.type === "page_break";
  const faults = [
    ...rulesFaults(field, at),
    ...optionFaults(field, at),
    ...conditionFaults(field.visibleWhen, before, `${at}/visibleWhen`),
  ];
  if (field.label === "" && !isBreak && field.type !== "hidden")
    faults.push(fault(`${at}/label`, "needed", "Give this field a label."));
  if (!asksSomething(field) && (field.isRequired || field.mapsTo || field.canPrefill))
    faults.push(
      fault(`${at}/type`, "not_a_question", "Nothing is asked here, so it cannot be required or kept."),
    );
  if (field.type === "hidden" && field.isRequired)
    faults.push(
      fault(`${at}/isRequired`, "not_allowed", "Nobody sees this field, so nobody can fill it in."),
    );
  if (field.jumps && !isBreak)
    faults.push(fault(`${at}/jumps`, "not_allowed", "Only a page break has jumps."));
  const targets = laterKeys(definition, index);
  for (const [place, { when, to }] of (field.jumps ?? []).entries()) {
    faults.push(...conditionFaults(when, before, `${at}/jumps/${place}/when`));
    if (!targets.has(to))
      faults.push(
        fault(`${at}/jumps/${place}/to`, "not_ahead", "A jump leads to a later page or to an ending."),
      );
  }
  return faults;
}

/** Forward only, so that a form always ends. The break itself is where everybody goes who does not jump. */
function laterKeys({ fields, endings }: FormDefinition, index: number): Set<string> {
  const later = fields.slice(index + 1).filter(({ type }) => type === "page_break");
  return new Set([...later, ...endings].map(({ key }) => key));
}

function optionFaults({ type, options }: Field, at: string): FieldError[] {
  if (!hasOptions(type)) {
    return options ? [fault(`${at}/options`, "not_allowed", "This type of field has no options.")] : [];
  }
  if (!options?.length) return [fault(`${at}/options`, "needed", "Give at least one option.")];
  const seen = new Set<string>();
  return options.flatMap(({ value }, index) => {
    const name = value.toLowerCase();
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice ? [fault(`${at}/options/${index}/value`, "taken", "This option is there twice.")] : [];
  });
}

function conditionFaults(
  condition: Condition | undefined,
  fields: Parameters<typeof assertAskable>[1],
  pointer: string,
): FieldError[] {
  if (!condition) return [];
  try {
    assertAskable(condition, fields, pointer);
    return [];
  } catch (error) {
    if (error instanceof Invalid) return error.errors;
    throw error;
  }
}

/** A text for nothing would never be seen; it is told rather than kept. */
function textFaults(definition: FormDefinition, at: string): FieldError[] {
  const own = textsOf(definition);
  const { translations = {}, wordings = [] } = definition;
  const all = [
    ...Object.entries(translations).map(([language, texts]) => [`translations/${language}`, texts] as const),
    ...wordings.map(({ texts }, index) => [`wordings/${index}/texts`, texts] as const),
  ];
  return all.flatMap(([place, texts]) =>
    Object.keys(texts)
      .filter((path) => !Object.hasOwn(own, path))
      .map((path) => fault(`${at}/${place}/${path}`, "unknown_text", "The form has no such text.")),
  );
}

function fault(pointer: string, code: string, detail: string): FieldError {
  return { pointer, code, detail };
}
