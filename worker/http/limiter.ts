import type { Base } from "../kernel/context";
import type { Env } from "../kernel/env";

/** One object a subject, so counting is atomic wherever the calls come from. */
export function createLimiter(env: Env): Base["charge"] {
  return async (subject, policies) => {
    const stub = env.RATE_LIMITER.get(env.RATE_LIMITER.idFromName(subject));
    // safe: the RATE_LIMITER binding is the RateLimiter class, which has this method
    return await (stub as unknown as { charge: (p: typeof policies) => ReturnType<Base["charge"]> }).charge(
      policies,
    );
  };
}
