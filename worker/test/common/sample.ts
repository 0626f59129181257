import * as z from "zod";
import type { Contract } from "../../kernel/contract";

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  "x-id-kind"?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

/** Ids by kind that a sample uses where the contract asks for one. */
export type IdsByKind = Readonly<Record<string, string>>;

/** A body that passes the contract's own schema, made from it, so that a route added later needs no hand. */
export function sampleBody(contract: Contract, ids: IdsByKind): unknown {
  if (!contract.body) return undefined;
  return sampleOf(jsonSchema(contract.body), ids);
}

/** The path with every parameter filled, and which kinds of ids it took. */
export function samplePath(contract: Contract, ids: IdsByKind): { path: string; kinds: string[] } {
  const kinds: string[] = [];
  const { properties = {} } = contract.params ? jsonSchema(contract.params) : {};
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const kind = properties[name]?.["x-id-kind"];
    if (!kind) return encodeURIComponent(String(sampleOf(properties[name] ?? {}, ids)));
    kinds.push(kind);
    return idFor(kind, ids);
  });
  return { path: path + sampleQuery(contract, ids), kinds };
}

function sampleQuery(contract: Contract, ids: IdsByKind): string {
  if (!contract.query) return "";
  const { properties = {}, required = [] } = jsonSchema(contract.query);
  const parts = required.map(
    (name) => `${name}=${encodeURIComponent(String(sampleOf(properties[name] ?? {}, ids)))}`,
  );
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

function idFor(kind: string, ids: IdsByKind): string {
  const id = ids[kind];
  if (!id) throw new Error(`The tenancy crawl has no ${kind}: add one to worker/test/common/victim.ts.`);
  return id;
}

function jsonSchema(schema: z.ZodType): Schema {
  // safe: only the parts that are read here are typed, and all are optional
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
}

function sampleOf(schema: Schema, ids: IdsByKind): unknown {
  if (schema["x-id-kind"]) return idFor(schema["x-id-kind"], ids);
  if (schema.examples?.length) return schema.examples[0];
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice?.[0]) return sampleOf(choice[0], ids);
  return sampleOfType(schema, ids);
}

function sampleOfType(schema: Schema, ids: IdsByKind): unknown {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return sampleObject(schema, ids);
    case "array":
      return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () =>
        sampleOf(schema.items ?? {}, ids),
      );
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, 1);
    case "boolean":
      return true;
    default:
      return sampleText(schema);
  }
}

/** Every property, optional ones too: a crawl that leaves fields out leaves ways in untried. */
function sampleObject({ properties = {} }: Schema, ids: IdsByKind): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, sampleOf(property, ids)]),
  );
}

function sampleText({ format, minLength = 1 }: Schema): string {
  if (format === "email") return "somebody@sample.test";
  if (format === "uri") return "https://sample.test/";
  if (format === "date-time") return "2030-01-01T00:00:00.000Z";
  return "sample".padEnd(minLength, "e");
}
