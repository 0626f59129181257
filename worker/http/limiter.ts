import type { Base } from "../kernel/context";
import type { Env } from "../kernel/env";
import type { RatePolicy } from "../kernel/rate-limit";

/** One object a subject, so counting is atomic wherever the calls come from. */
export function createLimiter(env: Env): Pick<Base, "charge" | "peek" | "forgive"> {
  const limiterOf = (subject: string) =>
    // safe: the RATE_LIMITER binding is the RateLimiter class, which has these methods
    env.RATE_LIMITER.get(env.RATE_LIMITER.idFromName(subject)) as unknown as LimiterStub;
  return {
    charge: (subject, policies) => limiterOf(subject).charge(policies),
    peek: (subject, policies) => limiterOf(subject).peek(policies),
    forgive: (subject) => limiterOf(subject).reset(),
  };
}

type LimiterStub = {
  charge(policies: RatePolicy[]): ReturnType<Base["charge"]>;
  peek(policies: RatePolicy[]): ReturnType<Base["peek"]>;
  reset(): Promise<void>;
};
