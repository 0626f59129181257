import type { Api } from "~/api.server";
import type { Locale } from "~/words/format";
import { channelNames } from "./calendar-piece";
import { shownAt } from "./clock";
import { daysOf, periodOf, viewOf } from "./window";

/** All that the address asks for: which days, whose and on which channel, by which clocks. */
export async function calendarOf(api: Api, request: Request, locale: Locale) {
  const { searchParams } = new URL(request.url);
  const businesses = await businessesOf(api);
  const asked = businesses.find(({ id }) => id === searchParams.get("business"));
  const business = asked ?? (businesses.length === 1 ? (businesses[0] ?? null) : null);
  const zone = business && searchParams.get("zone") !== "mine" ? ("business" as const) : ("mine" as const);
  const timeZone = zone === "business" && business ? business.timezone : locale.timeZone;
  const view = viewOf(searchParams.get("view"));
  const today = shownAt(Date.now(), timeZone).day;
  const day = dayOf(searchParams.get("day")) ?? today;
  const channel = channelOf(searchParams.get("channel"));
  const period = periodOf(daysOf(view, day), timeZone);
  const place = { ...(business ? { businessId: business.id } : {}), ...(channel ? { channel } : {}) };
  const [calendar, waiting, slots] = await Promise.all([
    api.read(api.client.GET("/v1/calendar", { params: { query: { ...period, ...place } } })),
    waitingOf(api, business?.id, channel),
    business && view === "week" ? slotsOf(api, business.id, channel, period) : [],
  ]);
  const { data: scheduled, isCut } = calendar;
  return {
    view,
    day,
    today,
    timeZone,
    zone,
    businesses,
    business,
    channel,
    scheduled,
    isCut,
    ...waiting,
    slots,
  };
}

async function businessesOf(api: Api) {
  const { data } = await api.read(api.client.GET("/v1/businesses", { params: { query: { limit: 100 } } }));
  return data.map(({ id, name, timezone }) => ({ id, name, timezone }));
}

/** A lone email goes out with its sequence, so it waits for no date. */
async function waitingOf(api: Api, businessId: string | undefined, channel: string | null) {
  const query = { status: "approved" as const, limit: 100, ...(businessId ? { businessId } : {}) };
  const { data, nextCursor } = await api.read(api.client.GET("/v1/pieces", { params: { query } }));
  const waiting = data.filter(
    (piece) =>
      piece.kind !== "email" && piece.scheduledFor === null && (!channel || piece.channel === channel),
  );
  return { waiting, moreWaiting: nextCursor !== null };
}

type Channel = "x" | "linkedin" | "facebook" | "instagram" | "threads" | "bluesky" | "site" | "email";

/** Of the channel that was chosen: the free times of all would hide what is there. */
async function slotsOf(
  api: Api,
  businessId: string,
  channel: Channel | null,
  period: { from: string; to: string },
) {
  if (!channel) return [];
  const query = { ...period, businessId, channel };
  const free = await api.read(api.client.GET("/v1/calendar/free-slots", { params: { query } }));
  return free.slots.map(({ at }) => ({ at, channel }));
}

export function channelOf(text: string | null): Channel | null {
  return text !== null && Object.hasOwn(channelNames, text) ? (text as Channel) : null; // safe: one of the names
}

function dayOf(text: string | null): string | null {
  const isDay = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && text > "2000" && text < "2100" ? text : null;
}
