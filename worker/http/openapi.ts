import * as z from "zod";
import type { Contract, Route } from "../kernel/contract";
import { type ProblemCode, problems } from "../kernel/errors";

type Json = Record<string, unknown>;
type Named = Record<string, Json>;

const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string().meta({ description: "Stable; the thing to program against." }),
  errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() })),
  current: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "What stands there now, where somebody else was faster." }),
});

/** The document is made from the contracts, so it cannot say anything that the routes do not do. */
export function openApiDocument(routes: Route[], serverUrl: string): Json {
  const contracts = routes.map(({ contract }) => contract);
  const named: Named = { Problem: schemaOf(problemSchema, "output", {}) };
  const paths = pathsOf(contracts, named);
  return {
    openapi: "3.1.0",
    info: {
      title: "Tributary API",
      version: "1.0.0",
      description: "Everything the web app can do. Errors are RFC 9457 problems; lists are keyset pages.",
      license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" },
    },
    servers: [{ url: serverUrl }],
    tags: [...new Set(contracts.map(({ tag }) => tag))].map((name) => ({ name, description: `${name}.` })),
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "trb_live_… with scopes" },
        session: { type: "apiKey", in: "cookie", name: "trb_session", description: "The web app's session" },
      },
      schemas: named,
    },
  };
}

function pathsOf(contracts: Contract[], named: Named): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const path = (paths[contract.path] ??= {});
    path[contract.method] = operationOf(contract, named);
  }
  return paths;
}

function operationOf(contract: Contract, named: Named): Json {
  return {
    operationId: contract.operation,
    tags: [contract.tag],
    summary: contract.summary,
    ...(contract.description ? { description: contract.description } : {}),
    ...securityOf(contract),
    "x-access": contract.access,
    ...(contract.permission ? { "x-permission": contract.permission } : {}),
    ...(contract.recentAuthentication ? { "x-recent-authentication": true } : {}),
    parameters: [
      ...parametersOf(contract.params, "path", named),
      ...parametersOf(contract.query, "query", named),
      ...headersOf(contract),
    ],
    ...bodyOf(contract, named),
    responses: { [contract.answer.status]: answerOf(contract, named), ...problemAnswers(contract) },
  };
}

function securityOf({ access, sessionOnly }: Contract): Json {
  if (access === "public") return { security: [] };
  const personal = sessionOnly || access === "person" || access === "operator";
  return personal ? { security: [{ session: [] }] } : {};
}

function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query", named: Named): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input", named) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description ? { description } : {}),
    schema: property,
  }));
}

function headersOf({ method, access }: Contract): Json[] {
  const organization = {
    name: "Tributary-Organization",
    in: "header",
    required: false,
    description: "For sessions: which organization. The last one used when absent.",
    schema: { type: "string" },
  };
  const idempotency = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "One key, one effect; kept for a day.",
    schema: { type: "string", maxLength: 255 },
  };
  if (access === "public") return [];
  return [
    ...(access === "organization" || access === "caller" ? [organization] : []),
    ...(method === "post" ? [idempotency] : []),
  ];
}

function bodyOf({ body, readsBody }: Contract, named: Named): Json {
  const schema = body ?? readsBody?.schema;
  if (!schema && !readsBody) return {};
  const plain = { type: schema ? "object" : "string" };
  const others = readsBody?.alsoAs.map((type) => [type, { schema: plain }]) ?? [];
  return {
    requestBody: {
      required: true,
      content: {
        ...(schema ? { "application/json": { schema: schemaOf(schema, "input", named) } } : {}),
        ...Object.fromEntries(others),
      },
    },
  };
}

function answerOf({ answer }: Contract, named: Named): Json {
  const description = {
    101: "A WebSocket",
    200: "Done",
    201: "Made",
    202: "Accepted",
    204: "Done, nothing to say",
    302: "Elsewhere",
  }[answer.status];
  if (answer.contentType) {
    const text = { schema: { type: "string" } };
    return {
      description,
      content: Object.fromEntries([answer.contentType].flat().map((type) => [type, text])),
    };
  }
  if (!answer.schema) return { description };
  return {
    description,
    content: { "application/json": { schema: schemaOf(answer.schema, "output", named) } },
  };
}

function problemAnswers(contract: Contract): Json {
  const codes = new Set<ProblemCode>(["too_many_requests", "internal", ...(contract.problems ?? [])]);
  if (contract.access !== "public") codes.add("unauthenticated");
  if (contract.access === "organization" || contract.access === "operator") codes.add("forbidden");
  if (contract.params) codes.add("not_found");
  if (contract.body || contract.readsBody || contract.query) codes.add("invalid");
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => problems[code].title).join(", or: "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

/** Named schemas move to the components, where every use refers to them. */
function schemaOf(schema: z.ZodType, io: "input" | "output", named: Named): Json {
  const {
    $schema: _,
    $defs = {},
    ...json
  } = z.toJSONSchema(schema, { io, unrepresentable: "any", override });
  for (const [name, definition] of Object.entries($defs)) named[name] ??= referToComponents(definition);
  return referToComponents(json);
}

function referToComponents(schema: object): Json {
  // safe: a JSON object with some of its strings changed is a JSON object
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}

/** The `id` that names a schema is ours, not the document's. */
function override({ jsonSchema }: { jsonSchema: { id?: string } }): void {
  delete jsonSchema.id;
}
