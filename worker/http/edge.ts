import type { Context as HonoContext } from "hono";
import type { RowMeter } from "../../db/meter";
import type { Base } from "../kernel/context";
import type { Env } from "../kernel/env";
import type { Log } from "../kernel/log";

/** What travels with a request through the edge. */
export type Edge = {
  Bindings: Env;
  Variables: {
    requestId: string;
    log: Log;
    base: Base;
    /** The context that `admit` built for the route's access. */
    context: Base;
    /** Who owns idempotency keys and rate limits: an organization, a person, or nobody. */
    owner: string | null;
    rows: RowMeter;
    /** Fields that every answer of this request gets, thrown ones too. */
    answerHeaders: Record<string, string>;
    bookmark: () => string | null;
  };
};

export type EdgeContext = HonoContext<Edge>;
