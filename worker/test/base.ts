import { createExecutionContext, env } from "cloudflare:test";
import { createBase } from "../http";
import type { Base } from "../kernel/context";
import { reactions } from "../reactions";

/** What a job or a schedule gets: the real thing on the test's databases, with a clock that may be moved. */
export function testBase(change: Partial<Base> = {}): Base {
  const context = createExecutionContext();
  const { base } = createBase(env, {
    requestId: `test-${crypto.randomUUID()}`,
    origin: { ipAddress: null, userAgent: null },
    readFrom: "first-primary",
    defer: (work) => context.waitUntil(work),
    reactions,
  });
  return { ...base, ...change };
}
