import { createExecutionContext, env } from "cloudflare:test";
import type { RowMeter } from "../../db/meter";
import { createBase } from "../http";
import type { Base } from "../kernel/context";
import { reactions } from "../reactions";

/** What a job or a schedule gets: the real thing on the test's databases, with a clock that may be moved and a meter of rows. */
export function testBase(change: Partial<Base> = {}, meter?: RowMeter): Base {
  const context = createExecutionContext();
  const { base } = createBase(env, {
    requestId: `test-${crypto.randomUUID()}`,
    origin: { ipAddress: null, userAgent: null },
    readFrom: "first-primary",
    defer: (work) => context.waitUntil(work),
    reactions,
    ...(meter ? { meter } : {}),
  });
  return { ...base, ...change };
}
