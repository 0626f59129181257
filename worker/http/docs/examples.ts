import * as z from "zod";
import type { Contract } from "../../kernel/contract";

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  example?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};

export function curlOf(contract: Contract, appUrl: string): string {
  const body = bodyOf(contract);
  const lines = [
    `curl${contract.method === "get" ? "" : ` -X ${contract.method.toUpperCase()}`} "${appUrl}${contract.path}"`,
    ...(contract.access === "public" ? [] : ['-H "Authorization: Bearer $TRIBUTARY_KEY"']),
    ...(contract.method === "post" && contract.access !== "public"
      ? ['-H "Idempotency-Key: $(uuidgen)"']
      : []),
    ...(body ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(body)}'`] : []),
  ];
  return lines.join(" \\\n  ");
}

export function typescriptOf(contract: Contract, appUrl: string): string {
  const body = bodyOf(contract);
  const path = /\{(\w+)\}/.exec(contract.path)?.[1];
  const options = [
    ...(path ? [`params: { path: { ${path} } }`] : []),
    ...(body ? [`body: ${JSON.stringify(body)}`] : []),
  ];
  const call = `tributary.${contract.method.toUpperCase()}("${contract.path}"${options.length > 0 ? `, { ${options.join(", ")} }` : ""})`;
  return `const tributary = createClient({ baseUrl: "${appUrl}", apiKey: process.env.TRIBUTARY_KEY });\nconst { data, error } = await ${call};`;
}

export function pythonOf(contract: Contract, appUrl: string): string {
  const body = bodyOf(contract);
  const lines = [
    `f"${appUrl}${contract.path}"`,
    ...(contract.access === "public" ? [] : ['headers={"Authorization": f"Bearer {key}"}']),
    ...(body ? [`json=${pythonLiteral(body)}`] : []),
  ];
  return `httpx.${contract.method}(${lines.join(", ")})`;
}

function pythonLiteral(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/\btrue\b/g, "True")
    .replaceAll(/\bfalse\b/g, "False")
    .replaceAll(/\bnull\b/g, "None");
}

/** The required fields with plausible values: short enough to read, complete enough to run. */
function bodyOf({ body }: Contract): unknown {
  if (!body) return undefined;
  // safe: only optional parts of a JSON Schema are read
  return exampleOf(z.toJSONSchema(body, { io: "input", unrepresentable: "any", reused: "inline" }) as Schema);
}

function exampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return exampleOf(schema.anyOf[0]);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return exampleObject(schema);
  if (type === "array") return schema.items ? [exampleOf(schema.items)] : [];
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return true;
  return (
    { email: "ada@example.com", uri: "https://example.com", "date-time": "2027-01-01T09:00:00Z" }[
      schema.format ?? ""
    ] ?? "…"
  );
}

function exampleObject({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name] ?? {})]));
}
