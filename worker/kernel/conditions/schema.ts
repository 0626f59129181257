import * as z from "zod";
import type { Condition, FieldCondition } from "../pure/condition";

export const maxDepth = 8;
export const maxNodes = 100;
const maxListItems = 200;

/** NUL and lone surrogates are refused: the database would store another text than the one compared in memory. */
const text = z
  .string()
  .min(1)
  .max(500)
  .refine(
    (value) => value.isWellFormed() && !value.includes("\0"),
    "This text has characters that cannot be kept",
  );
const field = z.string().min(1).max(100);
const number = z.number();
const days = z.int().min(1).max(36_500);
const time = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const texts = z.array(text).min(1).max(maxListItems);
const numbers = z.array(number).min(1).max(maxListItems);

const fieldCondition = z.discriminatedUnion("operator", [
  z.strictObject({ field, operator: z.enum(["equals", "not_equals"]), value: z.union([text, number]) }),
  z.strictObject({ field, operator: z.enum(["in", "not_in"]), value: z.union([texts, numbers]) }),
  z.strictObject({
    field,
    operator: z.enum(["contains", "not_contains", "starts_with", "ends_with"]),
    value: text,
  }),
  z.strictObject({
    field,
    operator: z.enum(["greater_than", "at_least", "less_than", "at_most"]),
    value: number,
  }),
  z.strictObject({
    field,
    operator: z.literal("between"),
    value: z.union([z.tuple([number, number]), z.tuple([time, time])]),
  }),
  z.strictObject({ field, operator: z.enum(["before", "after"]), value: time }),
  z.strictObject({ field, operator: z.enum(["within_last_days", "older_than_days"]), value: days }),
  z.strictObject({ field, operator: z.enum(["has_any", "has_all", "has_none"]), value: texts }),
  z.strictObject({ field, operator: z.enum(["is_set", "is_not_set", "is_true", "is_false"]) }),
]) satisfies z.ZodType<FieldCondition>;

const tree: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(tree) }),
      z.strictObject({ any: z.array(tree) }),
      z.strictObject({ not: tree }),
      fieldCondition,
    ]),
  )
  .meta({ id: "Condition" });

/** What a caller may send. Faults are told where they are, and a tree too large is refused before it is walked whole. */
export const conditionSchema = z.preprocess((value, context) => {
  const faults = survey(value);
  for (const { path, message } of faults) context.addIssue({ code: "custom", path, message });
  return faults.length > 0 ? z.NEVER : value;
}, tree);

type Fault = { path: (string | number)[]; message: string };
type Visit = { value: unknown; path: (string | number)[]; depth: number };

function survey(root: unknown): Fault[] {
  const visits: Visit[] = [{ value: root, path: [], depth: 1 }];
  const faults: Fault[] = [];
  for (let visit = visits[0], seen = 1; visit; visit = visits[seen++]) {
    if (visit.depth > maxDepth)
      return [{ path: visit.path, message: `Conditions nest ${maxDepth} levels deep` }];
    if (seen > maxNodes) return [{ path: [], message: `A condition has at most ${maxNodes} parts` }];
    const inner = innerOf(visit);
    if (inner) visits.push(...inner);
    else faults.push(...faultsOf(visit));
  }
  return faults;
}

/** The conditions inside a group; null for what has to be a question about a field. */
function innerOf({ value, path, depth }: Visit): Visit[] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const [[word, inner] = [], ...rest] = Object.entries(value);
  if (word === undefined || rest.length > 0) return null;
  if (word === "not") return [{ value: inner, path: [...path, word], depth: depth + 1 }];
  if ((word !== "all" && word !== "any") || !Array.isArray(inner)) return null;
  // One more than allowed is enough to know, however long the list is.
  const items: unknown[] = inner.slice(0, maxNodes + 1);
  return items.map((item, index) => ({ value: item, path: [...path, word, index], depth: depth + 1 }));
}

function faultsOf({ value, path }: Visit): Fault[] {
  const isQuestion = typeof value === "object" && value !== null && "field" in value;
  if (!isQuestion) return [{ path, message: "Use all, any, not, or a field with an operator" }];
  const issues = fieldCondition.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => ({
    path: [...path, ...issue.path.map((key) => (typeof key === "symbol" ? String(key) : key))],
    message: issue.message,
  }));
}
