import type { Context as HonoContext } from "hono";
import { HTTPException } from "hono/http-exception";
import { DomainError, type FieldError, type ProblemCode, problems } from "../kernel/errors";
import type { Edge } from "./edge";

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  errors: FieldError[];
  current?: unknown;
};

/** The one place where a thrown fact becomes an answer (RFC 9457). A 500 says only the request id. */
export function answerProblem(error: unknown, c: HonoContext<Edge>): Response {
  const known = asDomainError(error);
  if (!known) {
    c.get("log")?.error("request_failed", error, { method: c.req.method, path: c.req.path });
  }
  return problemResponse(
    known ?? internal,
    c.get("requestId") ?? "unknown",
    c.get("base")?.settings.APP_URL ?? "",
  );
}

function problemResponse(error: DomainError, requestId: string, appUrl: string): Response {
  const status = problems[error.code].status;
  const body: Problem = {
    type: `${appUrl}/docs/problems#${error.code}`,
    title: problems[error.code].title,
    status,
    detail: error.message,
    instance: `urn:tributary:request:${requestId}`,
    code: error.reason,
    errors: error.errors,
    ...(error.current === undefined ? {} : { current: error.current }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...error.headers },
  });
}

const internal = new DomainError("internal", "Something went wrong on our side. Send us the request id.");

function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof HTTPException) return new DomainError(codeOfStatus(error.status), error.message);
  return null;
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 413) return "too_large";
  if (status === 415) return "unsupported_media_type";
  return status < 500 ? "bad_request" : "internal";
}
