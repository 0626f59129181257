import { addressBlock } from "../../kernel/address-block";
import type { Base } from "../../kernel/context";
import { DomainError, Invalid, NotFound } from "../../kernel/errors";
import { parseJsonObject } from "../../kernel/read-json";
import { readText } from "../../kernel/read-text";
import { signMark, visitorFor, type VisitorKey } from "../../visitors";
import { isAllowed } from "./origin";
import { type OpenKey, openKey } from "./open-key";
import { type Sent, sentShape } from "./sent";
import { tellSent } from "./tell-sent";

const mostBytes = 16_000;
const mostKeys = 500;

/**
 * `POST /t/events`, from anybody's page, as text/plain so that a beacon needs no preflight. Nothing is written here:
 * what was seen goes to the events queue. The key can send and nothing else (KEY-07).
 */
export async function answerEvents(base: Base, request: Request): Promise<Response> {
  const text = await readText(request.body, mostBytes);
  const sent = parseSent(text);
  await assertNotTooMany(base, sent);
  const key = await openKey(base, sent.key);
  if (!key) throw new NotFound();
  if (!isAllowed(key.row.domains, request.headers)) throw notAllowed(request);
  const visitor = await visitorOf(base, key, sent, request);
  if (visitor) await tellSent(base, key, visitor, sent);
  const accepted = visitor ? sent.events.length : 0;
  const marks = visitor?.kind === "kept" ? await marksFor(base, key, visitor) : {};
  return Response.json({ accepted, ...marks }, { status: 202, headers: corsOf(request) });
}

/** One to keep, and one to take along to the next website of the same house. */
async function marksFor(base: Base, { organization }: OpenKey, { id }: VisitorKey) {
  const [visitor, handover] = await Promise.all([
    signMark(base, "visitor", organization.id, id),
    signMark(base, "handover", organization.id, id),
  ]);
  return { visitor, handover };
}

export function corsOf({ headers }: Request): Record<string, string> {
  const origin = headers.get("origin");
  const always = { vary: "Origin", "cross-origin-resource-policy": "cross-origin" };
  return origin === null || origin === "null" ? always : { ...always, "access-control-allow-origin": origin };
}

function parseSent(text: string): Sent {
  const parsed = sentShape.safeParse(parseJsonObject(text, mostKeys));
  if (parsed.success) return parsed.data;
  throw new Invalid(
    parsed.error.issues.slice(0, 20).map(({ path, code, message }) => ({
      pointer: `/${path.join("/")}`,
      code,
      detail: message,
    })),
  );
}

const perBrowser = { name: "browser", quota: 600, windowSeconds: 60 };
const perKey = { name: "key", quota: 60_000, windowSeconds: 60 };

/** A flood is cut off by address first, and by key where it comes from everywhere (SPAM-03). Counting that is down lets through. */
async function assertNotTooMany(base: Base, { key, events }: Sent): Promise<void> {
  const charge = (subject: string, policy: typeof perBrowser) =>
    base.charge(subject, [{ ...policy, cost: events.length }]).catch((error: unknown) => {
      base.log.error("rate_limiter_down", error, { subject });
      return null;
    });
  const outcomes = await Promise.all([
    charge(`events:${addressBlock(base.origin.ipAddress)}`, perBrowser),
    charge(`events:${key}`, perKey),
  ]);
  if (outcomes.every((outcome) => outcome === null || outcome.allowed)) return;
  throw new DomainError("too_many_requests", "Too many events. Send again in a minute.", {
    reason: "quota_exceeded",
    headers: { "retry-after": "60" },
  });
}

function notAllowed({ headers }: Request): DomainError {
  const origin = headers.get("origin") ?? "A page that does not say where it is";
  return new DomainError(
    "forbidden",
    `${origin} may not send events with this key. Add its host name under Settings, Tracking.`,
    { reason: "origin_not_allowed" },
  );
}

/** Nobody, where we may not look: without consent where the site asks for it, and never against Global Privacy Control. */
async function visitorOf(base: Base, key: OpenKey, sent: Sent, request: Request): Promise<VisitorKey | null> {
  if (request.headers.get("sec-gpc") === "1") return null;
  if (!sent.consent && key.row.consentMode === "ask") return null;
  const { visitor: mark, handover, consent: consented } = sent;
  return await visitorFor(base, key.organization, { mark, handover, consented });
}
