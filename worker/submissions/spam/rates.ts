import type { SpamReason, SubmissionFlag } from "../../../db/schema/cell/submissions";
import type { Id } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import type { RatePolicy } from "../../kernel/rate-limit";
import { DomainError } from "../../kernel/errors";
import { sha256Hex } from "../../kernel/secrets";

export type Counted = {
  formId: Id<"form">;
  caller: string;
  fingerprint: string | null;
  nonce: string | null;
};
export type Verdict = { reason: SpamReason | null; flags: SubmissionFlag[] };

/** A class that fills in a form together comes from one address, too; these are what no people do. */
const perCaller = [
  { quota: 30, windowSeconds: 60 },
  { quota: 200, windowSeconds: 3600 },
];
/** Beyond this it is not even kept as spam. */
const flood = { quota: 600, windowSeconds: 60 };
const sameWords = { quota: 3, windowSeconds: 86_400 };
const sameStart = { quota: 10, windowSeconds: 86_400 };

const reasons: Record<string, SpamReason> = {
  c: "too_many_from_network",
  b: "repeated",
  s: "replayed",
};

/** One question to one object a form, whatever is counted. Nobody there to count keeps the answer, with a flag (RATE-03). */
export async function countArrival(base: Base, counted: Counted): Promise<Verdict> {
  try {
    const { results } = await base.charge(`form:${counted.formId}`, await policiesOf(counted));
    const full = results.find(({ allowed }) => !allowed);
    const reason = full ? (reasons[full.name[0] ?? ""] ?? null) : null;
    if (reason === "too_many_from_network") await refuseFlood(base, counted);
    return { reason, flags: [] };
  } catch (error) {
    if (error instanceof DomainError) throw error;
    base.log.error("rate_limiter_down", error, { formId: counted.formId });
    return { reason: null, flags: ["limiter_down"] };
  }
}

/** A refused charge leaves no trace, so what comes beyond is counted by itself. */
async function refuseFlood(base: Base, { formId, caller }: Counted): Promise<void> {
  const name = `f-${await shortHash(caller)}`;
  const { allowed } = await base.charge(`form:${formId}`, [{ name, ...flood }]);
  if (allowed) return;
  throw new DomainError("too_many_requests", "Too many answers from here. Try again in a minute.", {
    headers: { "retry-after": String(flood.windowSeconds) },
  });
}

async function policiesOf({ caller, fingerprint, nonce }: Counted): Promise<RatePolicy[]> {
  const [from, words, start] = await Promise.all([
    shortHash(caller),
    fingerprint ? shortHash(fingerprint) : null,
    nonce ? shortHash(nonce) : null,
  ]);
  return [
    ...perCaller.map((policy) => ({ name: `c${policy.windowSeconds}-${from}`, ...policy })),
    ...(words ? [{ name: `b-${words}`, ...sameWords }] : []),
    ...(start ? [{ name: `s-${start}`, ...sameStart }] : []),
  ];
}

async function shortHash(text: string): Promise<string> {
  return (await sha256Hex(text)).slice(0, 24);
}
