import * as z from "zod";
import { type IdKind, idPrefixes, isId, type Id } from "../../db/ids";
import type { Base, CallerContext, Context, OperatorContext, PersonContext } from "./context";
import type { ProblemCode } from "./errors";
import type { Permission } from "./permissions";

/**
 * Who may call. `public`: anybody; `caller`: anybody who shows a credential; `person`: a signed-in user;
 * `organization`: a member or an API key with the permission; `operator`: a super admin of the platform.
 */
export type Access = "public" | "caller" | "person" | "organization" | "operator";

/** How often one caller may: the classes are defined at the edge. */
export type RateClass = "read" | "write" | "sign_in" | "mail" | "generation" | "report";

export type BodyLimit = { bytes: number; keys: number };
export const usualBody: BodyLimit = { bytes: 1_000_000, keys: 10_000 };

/** Everything there is to know about a route: validation, document, SDK and the common tests are made from it. */
export type Contract = {
  method: "get" | "post" | "patch" | "put" | "delete";
  /** With parameters as `{memberId}`. */
  path: `/${string}`;
  operation: string;
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  /** Required where access is `organization`; without it the route fails closed. */
  permission?: Permission;
  /** API keys are refused: acts that belong to a person. */
  sessionOnly?: boolean;
  /** The session must have proved who it is in the last quarter of an hour. */
  recentAuthentication?: boolean;
  /** The answer holds a secret that is shown once; a stored replay is sealed. */
  secretAnswer?: boolean;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** For the document only, where a route reads its body itself because it takes more than JSON. */
  readsBody?: { schema?: z.ZodType; alsoAs: string[] };
  /** Where a body may be larger than usual: a file of our own that comes back. */
  bodyLimit?: BodyLimit;
  answer: { status: 101 | 200 | 201 | 202 | 204 | 302; schema?: z.ZodType; contentType?: string | string[] };
  problems?: ProblemCode[];
  rate?: RateClass;
  /** What it takes in it counts itself, in an object that it asks anyway; the edge charges only for what is refused. */
  countsItself?: boolean;
  /** Rows of D1 that a call may cost; the API tests assert it. */
  budget?: { read: number; written: number };
};

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type ContextOf<C extends Contract> = {
  public: Base;
  caller: CallerContext;
  person: PersonContext;
  organization: Context;
  operator: OperatorContext;
}[C["access"]];

export type Input<C extends Contract> = {
  params: Parsed<C["params"]>;
  query: Parsed<C["query"]>;
  body: Parsed<C["body"]>;
  request: Request;
};

type Answer<C extends Contract> = C["answer"]["schema"] extends z.ZodType
  ? z.input<C["answer"]["schema"]> | Response
  : void | Response;

export type Route = {
  contract: Contract;
  handle(ctx: Base, input: Input<Contract>): Promise<unknown>;
};

/** Ties a contract to a handler that gets the context its access promises and the input its schemas parsed. */
export function route<const C extends Contract>(
  contract: C,
  handle: (ctx: ContextOf<C>, input: Input<C>) => Promise<Answer<C>>,
): Route {
  // safe: the edge builds the context from `access` and parses the input by these very schemas
  return { contract, handle: handle as unknown as Route["handle"] };
}

/** For a query that names some things at once; an id that names none is left out of the answer. */
export const idList = z
  .string()
  .max(4000)
  .meta({ description: "A hundred at most, with commas between." })
  .transform((text) => text.split(","))
  .pipe(z.array(z.string().max(40)).max(100));

/** An id of one kind; anything else is answered as not there rather than as badly formed. */
export function idOf<K extends IdKind>(kind: K) {
  const text = z
    .string()
    .max(64)
    .refine((value) => isId(kind, value), { params: { notFound: true } })
    .meta({ example: `${idPrefixes[kind]}_00…`, "x-id-kind": kind });
  // safe: refined above; a transform would say the same to the compiler and leave the document without a type
  return text as unknown as z.ZodType<Id<K>, string>;
}

export const wireTime = z.iso.datetime().meta({ description: "RFC 3339, UTC" });

export function toWireTime(time: number): string;
export function toWireTime(time: number | null): string | null;
export function toWireTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
