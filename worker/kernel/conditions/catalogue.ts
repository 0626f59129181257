import type { SQLWrapper } from "drizzle-orm";
import { type FieldError, Invalid } from "../errors";
import { type Condition, type FieldCondition, type FieldType, nodesOf, operatorsOf } from "../pure/condition";

/**
 * What may be asked about, by the caller's leave: a column, or with `key` one property of a JSON object in it. Booleans are
 * 0 or 1 in a column, times are milliseconds, a list is a JSON array. A choice that names its `options` holds one of
 * them exactly as written, and then its index is used.
 */
export type Field = { type: FieldType; column: SQLWrapper; key?: string; options?: readonly string[] };
export type Fields = Readonly<Record<string, Field>>;
type FieldTypes = Readonly<Record<string, { type: FieldType }>>;

/** Throws `Invalid`, with a pointer for each fault, unless every field is in the catalogue and every question fits it. */
export function assertAskable(condition: Condition, fields: FieldTypes, pointer = ""): void {
  const errors = [...nodesOf(condition, pointer)].flatMap((entry) =>
    "field" in entry.node ? faultsOf(entry.node, fields, entry.pointer) : [],
  );
  if (errors.length > 0) throw new Invalid(errors);
}

function faultsOf(condition: FieldCondition, fields: FieldTypes, pointer: string): FieldError[] {
  const field = Object.hasOwn(fields, condition.field) ? fields[condition.field] : undefined;
  if (!field) return [fault(`${pointer}/field`, "unknown_field", "There is no such field.")];
  const allowed = operatorsOf[field.type];
  if (!allowed.includes(condition.operator)) {
    const detail = `A field of type ${field.type} can be asked: ${allowed.join(", ")}.`;
    return [fault(`${pointer}/operator`, "operator_not_allowed", detail)];
  }
  if (!hasFittingValue(condition, field.type)) {
    const detail = `A field of type ${field.type} is not compared with such a value.`;
    return [fault(`${pointer}/value`, "value_not_allowed", detail)];
  }
  return [];
}

/** Only these operators take values of more than one type. */
function hasFittingValue(condition: FieldCondition, type: FieldType): boolean {
  switch (condition.operator) {
    case "equals":
    case "not_equals":
      return typeof condition.value === (type === "number" ? "number" : "string");
    case "in":
    case "not_in":
    case "between":
      return condition.value.every((value) => typeof value === (type === "number" ? "number" : "string"));
    default:
      return true;
  }
}

function fault(pointer: string, code: string, detail: string): FieldError {
  return { pointer, code, detail };
}
