import type { Id } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import type { Happening } from "../../kernel/happenings";
import { readMark } from "../../visitors";
import { deviceOf, languageOf } from "../pure/device";
import { targetFor } from "../pure/rules";
import { withQuery } from "../pure/utm";
import type { ClickData } from "../clicks/shape";
import { clickDataOf, whereaboutsOf } from "./click";
import { findDestination } from "./find";
import { type Destination, recall, remember } from "./known";
import { endingPage } from "./pages";

/** What following a link needs. The databases are opened only where nobody remembers the link. */
export type Doorstep = {
  settings: Base["settings"];
  now(): number;
  newClickId(cell: string): Id<"click">;
  open(): Pick<Base, "control" | "openCell" | "settings" | "log">;
  defer(work: Promise<unknown>): void;
  /** Begun only when whoever asked has been sent on their way. */
  afterAnswer(work: () => Promise<unknown>): void;
  /** Takes a click along to the events queue, after the answer. */
  note(click: Happening<ClickData>): void;
  /** Who it was, for a day: by a hash that nobody can make again afterwards. */
  visitorOfDay(whose: Pick<Open, "organizationId" | "cell">, request: Request): Promise<string | null>;
};

type Open = Extract<Destination, { kind: "open" }>;

/** How the ids are called that travel to the target. */
export const clickParameter = "trb_click";
export const visitorParameter = "trb_visitor";

/** Answered from memory, and nothing is written before the answer is given. */
export async function answerLink(step: Doorstep, slug: string, request: Request): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return new Response("This address can only be followed.", {
      status: 405,
      headers: { allow: "GET, HEAD" },
    });
  const destination = await destinationOf(step, slug);
  if (destination === null) return await endingPage("broken");
  if (destination.kind !== "open") return await endingPage(destination.kind);
  const { expiresAt } = destination;
  if (expiresAt !== null && expiresAt <= step.now()) return await endingPage("expired");
  return await redirect(step, destination, request);
}

async function destinationOf(step: Doorstep, slug: string): Promise<Destination | null> {
  const known = recall(slug, step.now());
  if (known?.isFresh) return known.destination;
  const asking = ask(step, slug);
  if (!known) return await asking;
  step.defer(asking);
  return known.destination;
}

async function ask(step: Doorstep, slug: string): Promise<Destination | null> {
  const reader = step.open();
  try {
    const destination = await findDestination(reader, slug);
    remember(slug, destination, step.now());
    return destination;
  } catch (error) {
    reader.log.error("link_failed", error, { slug });
    return null;
  }
}

async function redirect(step: Doorstep, destination: Open, request: Request): Promise<Response> {
  const clickId = destination.passesIds ? step.newClickId(destination.cell) : null;
  const target = destination.rules.length > 0 ? byRule(destination, request) : destination.url;
  const visitor = request.url.includes(visitorParameter)
    ? await visitorNamed(step, destination, request)
    : null;
  const location = clickId ? withIds(target, clickId, visitor?.mark) : target;
  const visitorId = visitor?.id ?? null;
  step.afterAnswer(() => note(step, destination, request, { clickId, visitorId }));
  return new Response(null, {
    status: 302,
    headers: { location, "cache-control": "private, no-store", "x-robots-tag": "noindex" },
  });
}

function byRule({ url, rules }: Open, request: Request): string {
  const { headers } = request;
  return targetFor(url, rules, {
    country: whereaboutsOf(request).country,
    device: deviceOf(headers.get("user-agent") ?? ""),
    language: languageOf(headers.get("accept-language")),
  });
}

/** Somebody who agreed to be known comes with a mark that the page before this one gave them (docs/links.md). */
async function visitorNamed(step: Doorstep, { organizationId }: Open, { url }: Request) {
  const mark = new URL(url).searchParams.get(visitorParameter);
  const id = await readMark(step, "handover", organizationId, mark);
  return id && mark ? { id, mark } : null;
}

function withIds(target: string, clickId: Id<"click">, visitorMark: string | undefined): string {
  const visitor = visitorMark ? `&${visitorParameter}=${encodeURIComponent(visitorMark)}` : "";
  return withQuery(target, `${clickParameter}=${clickId}${visitor}`);
}

type Seen = { clickId: Id<"click"> | null; visitorId: string | null };

async function note(step: Doorstep, destination: Open, request: Request, seen: Seen) {
  const { organizationId, linkId, cell } = destination;
  const at = step.now();
  const visitorId = seen.visitorId ?? (await step.visitorOfDay(destination, request));
  const data = clickDataOf(request, linkId, visitorId, whereaboutsOf(request));
  step.note({ id: seen.clickId ?? step.newClickId(cell), organizationId, at, data });
}
