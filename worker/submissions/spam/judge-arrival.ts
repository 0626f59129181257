import type { SubmissionFlag } from "../../../db/schema/cell/submissions";
import type { Id } from "../../../db/ids";
import type { Answers, Field, PublishedForm } from "../../forms";
import type { Base } from "../../kernel/context";
import type { Arrival } from "../arrival";
import { readStart } from "../start-token";
import { callerOf } from "../visitor-context";
import { judgeChallenge } from "./challenge";
import { fingerprintText, judge } from "./judge";
import { countArrival, type Verdict } from "./rates";

type Judged = {
  id: Id<"submission">;
  form: PublishedForm;
  arrival: Arrival;
  fields: Field[];
  answers: Answers;
};

/** What it tells by itself, then what is counted, then what a challenge says: the first reason counts. */
export async function judgeArrival(base: Base, judged: Judged): Promise<Verdict> {
  const { id, form, arrival, fields, answers } = judged;
  const start = await readStart(base, arrival.token, form.id);
  if (start.kind === "forged") return { reason: "replayed", flags: [] };
  const startedAt = start.kind === "known" ? start.at : null;
  const own = judge({ honeypot: arrival.honeypot, startedAt, now: base.now(), fields, answers });
  const [counted, challenged] = await Promise.all([
    countArrival(base, {
      formId: form.id,
      caller: callerOf(base.origin.ipAddress),
      fingerprint: fingerprintText(fields, answers),
      nonce: start.kind === "known" ? start.nonce : null,
    }),
    own ? null : judgeChallenge(base, form, { id, token: arrival.challenge }),
  ]);
  const flags: SubmissionFlag[] = [
    ...(start.kind === "unknown" ? (["no_time_stamp"] as const) : []),
    ...counted.flags,
    ...(challenged?.flags ?? []),
  ];
  return { reason: own ?? counted.reason ?? challenged?.reason ?? null, flags };
}
