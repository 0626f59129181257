import { makeId, randomBytesPerId } from "../../db/ids";
import type { Reactions } from "../kernel/context";
import { type Env, settingsOf } from "../kernel/env";
import type { Happening } from "../kernel/happenings";
import { answerLink, clickHappening, type ClickData, type Doorstep } from "../links";
import { createCarrier } from "./carrier";
import { createBase } from "./services";

const path = /^https?:\/\/[^/]+\/l\/([^/?#]{1,100})\/?(?:[?#]|$)/;

/**
 * Following a link goes past the edge of the API: no session, no limit, no database where the link is remembered. Null
 * for every other address.
 */
export function followShortLink(
  request: Request,
  env: Env,
  context: Pick<ExecutionContext, "waitUntil">,
  reactions: Reactions,
): Promise<Response> | null {
  const [, slug] = path.exec(request.url) ?? [];
  return slug === undefined
    ? null
    : answerLink(doorstepOf(env, context, reactions), slug.toLowerCase(), request);
}

function doorstepOf(env: Env, context: Pick<ExecutionContext, "waitUntil">, reactions: Reactions): Doorstep {
  const settings = settingsOf(env);
  const now = () => Date.now();
  const defer = (work: Promise<unknown>) => context.waitUntil(work);
  return {
    settings,
    now,
    defer,
    newClickId: (cell) =>
      makeId("click", cell, now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId))),
    open: () =>
      createBase(env, {
        requestId: `link-${crypto.randomUUID()}`,
        origin: { ipAddress: null, userAgent: null },
        readFrom: "first-unconstrained",
        defer,
        reactions,
      }).base,
    note: (click) => gather(env, click, defer),
    visitorOfDay: (organizationId, request) => visitorOfDay(settings.AUTH_SECRET, organizationId, request),
  };
}

let gathered: Happening<ClickData>[] = [];
const gatheringMs = 100;

/** Clicks of a moment go to the queue together; the first of them waits for the others. */
function gather(env: Env, click: Happening<ClickData>, defer: (work: Promise<unknown>) => void): void {
  gathered.push(click);
  if (gathered.length > 1) return;
  defer(sendGathered(env, defer));
}

async function sendGathered(env: Env, defer: (work: Promise<unknown>) => void): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, gatheringMs));
  const some = gathered;
  gathered = [];
  await createCarrier(env, defer).happen(clickHappening, some);
}

/** Nobody's name: it only says for a day that two clicks may be of one reader. */
async function visitorOfDay(
  secret: string,
  organizationId: string,
  request: Request,
): Promise<string | null> {
  const address = request.headers.get("cf-connecting-ip");
  if (address === null) return null;
  const day = new Date().toISOString().slice(0, 10);
  const text = [secret, day, organizationId, address, request.headers.get("user-agent") ?? ""].join("\n");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).subarray(0, 12)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
