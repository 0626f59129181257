import { zValidator } from "@hono/zod-validator";
import type { Handler, Hono, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import * as z from "zod";
import { type Contract, type Input, type Route, usualBody } from "../kernel/contract";
import { Invalid, NotFound } from "../kernel/errors";
import { admit } from "./admit";
import { readJson } from "./body";
import type { Edge, EdgeContext } from "./edge";
import { honourIdempotencyKey } from "./idempotency";

const emptyQuery = z.strictObject({});

/** Every route goes through the same gate: who, how often, may they, is it well formed, was it done before. */
export function mount(app: Hono<Edge>, routes: Route[]): void {
  for (const { contract, handle } of routes) {
    const path = contract.path.replaceAll(/\{(\w+)\}/g, ":$1");
    const last: Handler<Edge> = async (c) =>
      answer(c, contract, await handle(c.get("context"), inputOf(c, contract)));
    app.on([contract.method.toUpperCase()], [path], ...gates(contract), last);
  }
}

function gates(contract: Contract): MiddlewareHandler<Edge>[] {
  const { method, params, query, body } = contract;
  return [
    admit(contract),
    ...(params ? [validated("param", params, refuseParams)] : []),
    query ? validated("query", query, refuse) : refuseQuery,
    ...(body ? [readJson(contract.bodyLimit ?? usualBody), validated("json", body, refuse)] : []),
    ...(method === "post" ? [honourIdempotencyKey(contract)] : []),
  ];
}

/** For routes that take none; most calls have none, and are through here with a glance. */
const refuseQuery = createMiddleware<Edge>(async (c, next) => {
  if (c.req.url.includes("?")) refuse(emptyQuery.safeParse(c.req.query()));
  await next();
});

function validated(
  target: "param" | "query" | "json",
  schema: z.ZodType,
  onVerdict: (verdict: Verdict) => void,
): MiddlewareHandler<Edge> {
  // safe: the validator touches neither bindings nor variables, which is all that the types disagree about
  return zValidator(target, schema, onVerdict) as unknown as MiddlewareHandler<Edge>;
}

function inputOf(c: EdgeContext, contract: Contract): Input<Contract> {
  const valid = (target: string) => c.req.valid(target as never) as never; // safe: validated by the schemas above
  return {
    params: contract.params ? valid("param") : undefined,
    query: contract.query ? valid("query") : {},
    body: contract.body ? valid("json") : undefined,
    request: c.req.raw,
  } as Input<Contract>;
}

function answer(c: EdgeContext, contract: Contract, result: unknown): Response {
  if (result instanceof Response) return result;
  const { status } = contract.answer;
  if (status === 204 || status === 101) return c.body(null, status);
  return c.json(result as object, status); // safe: the contract's schema is of an object
}

type Verdict = { success: boolean; error?: { issues: readonly z.core.$ZodIssue[] } };

/** A malformed id in the address is an address where nothing is; anything else is said field by field. */
function refuse(verdict: Verdict): void {
  if (verdict.success) return;
  const issues = verdict.error?.issues ?? [];
  throw new Invalid(issues.flatMap(toFieldErrors));
}

function refuseParams(verdict: Verdict): void {
  if (!verdict.success) throw new NotFound();
}

function toFieldErrors(issue: z.core.$ZodIssue) {
  const pointer = `/${issue.path.map(String).join("/")}`.replace(/^\/$/, "");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${key}`,
      code: "unknown_field",
      detail: `“${key}” is not a field here.`,
    }));
  }
  return [{ pointer, code: issue.code, detail: issue.message }];
}
