import type { RateClass } from "../kernel/contract";
import type { RatePolicy } from "../kernel/rate-limit";

/** One place for how often. A caller has all policies of its class at once; the tightest one answers. */
const perCaller: Record<RateClass, RatePolicy[]> = {
  read: [{ name: "default", quota: 600, windowSeconds: 60 }],
  write: [{ name: "default", quota: 600, windowSeconds: 60 }],
  sign_in: [{ name: "sign-in", quota: 30, windowSeconds: 300 }],
  mail: [{ name: "mail", quota: 20, windowSeconds: 3600 }],
  /** A page that goes wrong tells it a few times; more of the same says nothing new. */
  report: [{ name: "report", quota: 30, windowSeconds: 60 }],
  generation: [{ name: "generation", quota: 60, windowSeconds: 60 }],
};

/** What a whole organization may, however many keys it makes (RATE-02). */
export const perOrganization: RatePolicy = { name: "organization", quota: 6000, windowSeconds: 60 };

/** Anybody without a credential, by address. */
export const perAddress: RatePolicy = { name: "address", quota: 300, windowSeconds: 60 };

/** Losing the limiter must not open these doors (RATE-03). */
export const failsClosed: ReadonlySet<RateClass> = new Set(["sign_in", "mail", "generation", "report"]);

export function policiesOf(rate: RateClass): RatePolicy[] {
  return perCaller[rate];
}

export function keyPolicies(perHour: number): RatePolicy[] {
  return [{ name: "key", quota: perHour, windowSeconds: 3600 }];
}
