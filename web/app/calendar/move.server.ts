import { data } from "@remix-run/cloudflare";
import * as z from "zod";
import { type Api, pathOf } from "~/api.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice } from "~/notices.server";
import { countOf } from "~/words/format";
import { addDays, instantAt, shownAt } from "./clock";

const text = z.string().max(400);
const moveShape = z.object({
  id: text,
  title: text.default(""),
  /** Where it stood, to go back there. */
  was: text.default(""),
  zone: text,
  at: z.iso.datetime().optional(),
  day: z.iso.date().optional(),
  out: z.literal("yes").optional(),
});
type Order = z.output<typeof moveShape>;

/** Places, moves or takes out; the notice that says so can take it back. */
export async function moveOnCalendar(api: Api, request: Request, formData: FormData) {
  const parsed = moveShape.safeParse(Object.fromEntries(formData));
  if (!parsed.success) throw data(null, { status: 400 });
  const order = parsed.data;
  const params = { path: { pieceId: order.id } };
  const at = order.out ? null : (order.at ?? (await timeOn(api, order)));
  const outcome = await api.attempt(
    at === null
      ? api.client.DELETE("/v1/pieces/{pieceId}/schedule", { params })
      : api.client.PUT("/v1/pieces/{pieceId}/schedule", { params, body: { at } }),
  );
  const to = pathOf(request);
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  return answerWithNotice(formData, to, { message: said(order, at), undo: undoOf(order, at, to) });
}

/** As the plan said; where something changed meanwhile nothing is placed, and it is said why. */
export async function spreadBundle(api: Api, request: Request, formData: FormData) {
  const params = { path: { bundleId: textOf(formData, "id") } };
  const outcome = await api.attempt(
    api.client.POST("/v1/bundles/{bundleId}/schedule", { params, body: { dryRun: false } }),
  );
  const to = pathOf(request);
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  const { placements, left } = outcome.data;
  const rest = left.length > 0 ? ` ${countOf(left.length, "piece")} found no free time.` : "";
  const message = `${countOf(placements.length, "piece")} ${placements.length === 1 ? "has its date" : "have their dates"}.${rest}`;
  return answerWithNotice(formData, to, { message });
}

/** The first free posting time of that day, else nine in the morning or the next full hour. */
async function timeOn(api: Api, { id, day = "", zone }: Order): Promise<string> {
  const path = { pieceId: id };
  const piece = await api.read(api.client.GET("/v1/pieces/{pieceId}", { params: { path } }));
  const from = instantAt({ day, time: "00:00" }, zone);
  const to = instantAt({ day: addDays(day, 1), time: "00:00" }, zone);
  // safe: a piece stands on one of the calendar's channels
  const channel = piece.channel as "site";
  const query = { from, to, businessId: piece.businessId, channel, limit: 1 };
  const free = await api.read(api.client.GET("/v1/calendar/free-slots", { params: { query } }));
  const nextHour = new Date(Math.ceil((Date.now() + 60_000) / 3_600_000) * 3_600_000).toISOString();
  const nine = instantAt({ day, time: "09:00" }, zone);
  return free.slots[0]?.at ?? (shownAt(nextHour, zone).day === day && nextHour > nine ? nextHour : nine);
}

function said({ title, zone }: Order, at: string | null): string {
  const name = title ? `“${title.length > 60 ? `${title.slice(0, 59)}…` : title}”` : "The piece";
  if (at === null) return `${name} is out of the calendar.`;
  const format = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone,
  });
  return `${name} goes out ${format.format(new Date(at))}.`;
}

function undoOf({ id, title, was, zone }: Order, at: string | null, action: string) {
  const back: Record<string, string> = was === "" ? { out: "yes" } : { at: was };
  return { action, fields: { intent: "move", id, title, zone, was: at ?? "", ...back } };
}
