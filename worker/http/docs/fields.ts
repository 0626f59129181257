import * as z from "zod";

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  anyOf?: Schema[];
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

export type Field = { name: string; type: string; isOptional: boolean; description?: string };

/** Every field with its path, such as `data[].name`: what is inside matters as much as what is around it. */
export function readFields(schema: z.ZodType, io: "input" | "output"): Field[] {
  const json = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return fieldsIn(json as Schema, ""); // safe: only optional parts of a JSON Schema are read
}

function fieldsIn({ properties = {}, required = [] }: Schema, path: string): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const name = path + key;
    const field = {
      name,
      type: typeOf(schema),
      isOptional: !required.includes(key),
      description: schema.description,
    };
    const inside = insideOf(schema);
    return [field, ...(inside ? fieldsIn(inside, schema.type === "array" ? `${name}[].` : `${name}.`) : [])];
  });
}

function insideOf(schema: Schema): Schema | undefined {
  if (schema.items?.properties) return schema.items;
  if (schema.properties) return schema;
  return schema.anyOf?.find(({ properties }) => properties);
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(String).join(" · ");
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : (schema.type ?? "object");
  return schema.format ? `${type}, ${schema.format}` : type;
}
