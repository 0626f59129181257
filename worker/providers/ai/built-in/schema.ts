/** The part of JSON Schema that a request for structured output uses. */
export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
  default?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
};

/** Follows a reference and picks one of several choices, so that what comes back says what to fill. */
export function settled(schema: Schema, root: Schema): Schema {
  let current = schema;
  for (let steps = 0; steps < 16; steps++) {
    const next = narrower(current, root);
    if (!next) return current;
    current = next;
  }
  return {};
}

export function typeOf(schema: Schema): string {
  const types = [schema.type ?? []].flat();
  const named = types.find((type) => type !== "null") ?? types[0];
  if (named) return named;
  if (schema.properties) return "object";
  return schema.items ? "array" : "string";
}

function narrower(schema: Schema, root: Schema): Schema | undefined {
  if (schema.$ref !== undefined) return resolve(schema.$ref, root);
  const { anyOf, oneOf, allOf, ...rest } = schema;
  if (allOf?.length) return merge(rest, allOf);
  const choices = anyOf ?? oneOf;
  if (!choices?.length) return undefined;
  const chosen = choices.find((choice) => choice.type !== "null") ?? {};
  return { ...rest, ...chosen };
}

function merge(base: Schema, parts: Schema[]): Schema {
  const all = [base, ...parts];
  return Object.assign({}, ...all, {
    properties: Object.assign({}, ...all.map((part) => part.properties)),
    required: all.flatMap((part) => part.required ?? []),
  });
}

function resolve(reference: string, root: Schema): Schema {
  const name = reference.split("/").at(-1) ?? "";
  return reference === "#" ? root : (root.$defs?.[name] ?? root.definitions?.[name] ?? {});
}
