import { makeId, randomBytesPerId } from "../../db/ids";
import type { Base, Reactions } from "../kernel/context";
import { type Env, settingsOf } from "../kernel/env";
import type { Happening } from "../kernel/happenings";
import { answerLink, clickHappening, type ClickData, type Doorstep } from "../links";
import { visitorFor } from "../visitors";
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
  const open = (origin: Base["origin"] | null) =>
    createBase(env, {
      requestId: `link-${crypto.randomUUID()}`,
      origin: origin ?? { ipAddress: null, userAgent: null },
      readFrom: "first-unconstrained",
      defer,
      reactions,
    }).base;
  return {
    settings,
    now,
    defer,
    afterAnswer: (work) => defer(scheduler.wait(gatheringMs).then(work)),
    newClickId: (cell) =>
      makeId("click", cell, now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId))),
    open: () => open(null),
    note: (click) => gather(env, click, defer),
    visitorOfDay: async ({ organizationId: id, cell }, request) => {
      const address = request.headers.get("cf-connecting-ip");
      if (address === null) return null;
      const userAgent = request.headers.get("user-agent")?.slice(0, 300) ?? null;
      const base = open({ ipAddress: address, userAgent });
      return (await visitorFor(base, { id, cell }, { consented: false })).id;
    },
  };
}

let gathered: Happening<ClickData>[] = [];
/** Whoever follows the next link does not wait for what is asked about this one. */
const gatheringMs = 50;

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
