/** One entry per code: the status it answers with and the title a person reads. The registry feeds the docs and the SDK. */
export const problems = {
  bad_request: { status: 400, title: "The request could not be read" },
  unauthenticated: { status: 401, title: "Sign in or send an API key" },
  plan_limit: { status: 402, title: "The plan's limit is reached" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  cross_site: { status: 403, title: "The request came from another site" },
  reauthentication_required: { status: 403, title: "Confirm your password first" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "This address does not take that method" },
  conflict: { status: 409, title: "The change conflicts with the current state" },
  idempotency_in_flight: { status: 409, title: "The first request with this key is still running" },
  gone: { status: 410, title: "No longer available" },
  too_large: { status: 413, title: "The request is too large" },
  unsupported_media_type: { status: 415, title: "This content type is not accepted" },
  invalid: { status: 422, title: "Some fields are not valid" },
  idempotency_key_reused: { status: 422, title: "This idempotency key was used with another request" },
  too_many_requests: { status: 429, title: "Too many requests" },
  internal: { status: 500, title: "Something went wrong on our side" },
  switched_off: { status: 503, title: "Switched off for the moment" },
  unavailable: { status: 503, title: "A part we depend on does not answer" },
} as const;

export type ProblemCode = keyof typeof problems;
export type FieldError = { pointer: string; code: string; detail: string };

/** A fact about why something cannot be done. The edge turns it into problem+json, once. */
export class DomainError extends Error {
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;
  /** A finer code for this case, such as `last_owner`; the problem's own code where there is none. */
  readonly reason: string;
  /** What stands there now, where somebody else was faster. */
  readonly current: unknown;

  constructor(
    readonly code: ProblemCode,
    detail: string,
    more: {
      reason?: string;
      errors?: FieldError[];
      headers?: Record<string, string>;
      current?: unknown;
      cause?: unknown;
    } = {},
  ) {
    super(detail, { cause: more.cause });
    this.reason = more.reason ?? code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
    this.current = more.current;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** Not there, or not yours: the same answer, so that ids cannot be probed. */
export class NotFound extends DomainError {
  constructor() {
    super("not_found", "There is nothing at this address, or it is not yours.");
  }
}

export class Forbidden extends DomainError {
  constructor(permission: string) {
    super("forbidden", `This needs the permission “${permission}”.`);
  }
}

export class Unauthenticated extends DomainError {
  constructor(detail = "Sign in, or send an API key as “Authorization: Bearer trb_live_…”.") {
    super("unauthenticated", detail, { headers: { "www-authenticate": 'Bearer realm="tributary"' } });
  }
}

export class Conflict extends DomainError {
  constructor(reason: string, detail: string) {
    super("conflict", detail, { reason });
  }
}

export class Invalid extends DomainError {
  constructor(errors: FieldError[]) {
    super("invalid", errors[0]?.detail ?? "Some fields are not valid.", { errors });
  }

  static field(pointer: string, code: string, detail: string): Invalid {
    return new Invalid([{ pointer, code, detail }]);
  }
}

/** Stopped on purpose and for a while: a job that meets this is put down until then, and no try is counted. */
export class Resting extends DomainError {
  constructor(
    reason: string,
    detail: string,
    readonly restUntil: number,
  ) {
    super("switched_off", detail, { reason, headers: { "retry-after": "60" } });
  }
}

export class LimitReached extends DomainError {
  /** `used` is left out where the limit was judged inside the database and nobody else knows the number. */
  constructor(feature: string, limit: number, used?: number) {
    super("plan_limit", sayLimit(feature.replaceAll("_", " "), limit, used), { reason: "plan_limit" });
  }
}

function sayLimit(feature: string, limit: number, used?: number): string {
  if (limit === 0) return `Your plan does not include ${feature}.`;
  const rest = used === undefined ? "there is no room for more" : `${used} are used`;
  return `Your plan includes ${limit} ${feature}; ${rest}.`;
}
