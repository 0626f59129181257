import { type SQL, sql } from "drizzle-orm";
import { assertAskable, type Field, type Fields } from "./catalogue";
import {
  affirm,
  type AffirmingCondition,
  type Condition,
  lowerAscii,
  type Range,
  rangeOf,
} from "../pure/condition";
import { bindDirectly, bindTogether, type Values } from "./values";

/** D1 takes 100 parameters a statement; the rest of the query needs some of them. */
const maxParameters = 50;

/**
 * For WHERE, AND, OR and CASE WHEN: true, or else false or NULL. Before NOT, write `(…) is not true`, as this compiler does.
 */
export function compile(condition: Condition, fields: Fields, at: { now: number }): SQL {
  assertAskable(condition, fields);
  const direct = bindDirectly();
  const body = compileNode(condition, { fields, now: at.now, values: direct });
  // Nested once more, because a column at the top of a selected field would lose its table's name.
  if (direct.count() <= maxParameters) return sql`(${body})`;
  const together = bindTogether();
  return together.around(compileNode(condition, { fields, now: at.now, values: together }));
}

type Scope = { fields: Fields; now: number; values: Values };

function compileNode(condition: Condition, scope: Scope): SQL {
  if ("all" in condition)
    return join(
      condition.all.map((each) => compileNode(each, scope)),
      sql`and`,
      sql`1`,
    );
  if ("any" in condition)
    return join(
      condition.any.map((each) => compileNode(each, scope)),
      sql`or`,
      sql`0`,
    );
  if ("not" in condition) return opposite(compileNode(condition.not, scope));
  const field = scope.fields[condition.field];
  if (!field) throw new Error("A field that was checked is gone.");
  const { asked, denied } = affirm(condition);
  const compiled = compileField(asked, field, scope);
  return denied ? opposite(compiled) : compiled;
}

/** As a balanced tree: D1 refuses expressions that are more than 100 levels deep, and a chain has a level a link. */
function join(parts: SQL[], word: SQL, empty: SQL): SQL {
  if (parts.length <= 1) return parts[0] ?? empty;
  const middle = Math.ceil(parts.length / 2);
  const [left, right] = [parts.slice(0, middle), parts.slice(middle)];
  return sql`(${join(left, word, empty)} ${word} ${join(right, word, empty)})`;
}

function opposite(condition: SQL): SQL {
  return sql`((${condition}) is not true)`;
}

function compileField(asked: AffirmingCondition, field: Field, { now, values }: Scope): SQL {
  const item = () => scalar(field, values);
  switch (asked.operator) {
    case "is_set":
      return isSet(field, values);
    case "is_true":
      return sql`${item()} = 1`;
    case "is_false":
      return sql`${item()} = 0`;
    case "equals":
      return isOneOf(field, [asked.value], values);
    case "in":
      return isOneOf(field, asked.value, values);
    case "contains":
      return sql`instr(lower(${item()}), ${values.one(lowerAscii(asked.value))}) > 0`;
    case "starts_with":
      return sql`instr(lower(${item()}), ${values.one(lowerAscii(asked.value))}) = 1`;
    case "ends_with":
      return endsWith(item(), asked.value, values);
    case "has_any":
      return hasAny(field, asked.value, values);
    case "has_all":
      return hasAll(field, asked.value, values);
    default:
      return isWithin(item(), rangeOf(asked, now), values);
  }
}

const signs = { ">": sql`>`, ">=": sql`>=`, "<": sql`<`, "<=": sql`<=` };

function isWithin(item: SQL, range: Range, values: Values): SQL {
  if ("from" in range) return sql`${item} between ${values.one(range.from)} and ${values.one(range.to)}`;
  return sql`${item} ${signs[range.sign]} ${values.one(range.than)}`;
}

/** The JSON types that count as a value of a field's type; anything else in its place is as good as missing. */
const jsonTypes = {
  text: sql`('text')`,
  choice: sql`('text')`,
  number: sql`('integer', 'real')`,
  time: sql`('integer', 'real')`,
  boolean: sql`('true', 'false')`,
  list: sql`('array')`,
};

/** The value itself, or NULL. A key is compared, never written into a path, so any key is only a key. */
function scalar({ type, column, key }: Field, values: Values): SQL {
  if (key === undefined) return sql`${column}`;
  return sql`(select property.value from json_each(${column}) as property
    where property.key = ${values.one(key)} and property.type in ${jsonTypes[type]})`;
}

function isSet({ type, column, key }: Field, values: Values): SQL {
  if (key !== undefined) {
    return sql`exists (select 1 from json_each(${column}) as property where property.key = ${values.one(key)}
      and case property.type when 'null' then 0 when 'text' then property.atom <> ''
      when 'array' then json_array_length(property.value) > 0 else 1 end)`;
  }
  if (type === "list") return sql`json_array_length(${column}) > 0`;
  return type === "text" || type === "choice" ? sql`${column} <> ''` : sql`${column} is not null`;
}

function isOneOf(field: Field, wanted: readonly (string | number)[], values: Values): SQL {
  if (field.type === "number") return isAmong(scalar(field, values), wanted, values);
  const texts = new Set(wanted.map((value) => lowerAscii(String(value))));
  if (field.options && field.key === undefined) {
    const options = field.options.filter((option) => texts.has(lowerAscii(option)));
    return isAmong(sql`${field.column}`, options, values);
  }
  return isAmong(sql`lower(${scalar(field, values)})`, [...texts], values);
}

function isAmong(item: SQL, wanted: readonly (string | number)[], values: Values): SQL {
  const [first, ...rest] = wanted;
  if (first === undefined) return sql`0`;
  if (rest.length === 0) return sql`${item} = ${values.one(first)}`;
  return sql`${item} in (select value from ${values.list(wanted)})`;
}

/** Counted in characters, as SQLite counts them, not in UTF-16 units. */
function endsWith(item: SQL, ending: string, values: Values): SQL {
  const length = Array.from(ending).length;
  // safe: a length that was measured on the line above
  return sql`substr(lower(${item}), ${sql.raw(String(-length))}) = ${values.one(lowerAscii(ending))}`;
}

function hasAny(field: Field, wanted: readonly string[], values: Values): SQL {
  return sql`exists (select 1 from json_each(${scalar(field, values)}) as item where item.type = 'text'
    and lower(item.value) in (select value from ${values.list(wanted.map(lowerAscii))}))`;
}

function hasAll(field: Field, wanted: readonly string[], values: Values): SQL {
  const missing = sql`select 1 from ${values.list(wanted.map(lowerAscii))} as wanted where wanted.value not in
    (select lower(item.value) from json_each(${scalar(field, values)}) as item where item.type = 'text')`;
  return sql`not exists (${missing})`;
}
