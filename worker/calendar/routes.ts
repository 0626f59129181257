import * as z from "zod";
import { socialPlatforms } from "../../db/schema/cell/content";
import { getBusiness } from "../businesses";
import { idOf, route } from "../kernel/contract";
import { pieceToWire, pieceWire } from "../pieces";
import { scheduledBetween } from "./queries";
import { schedulePiece, unschedulePiece } from "./schedule";
import { rhythmOf } from "./slots";
import { freeSlots, planBundle, scheduleBundle } from "./spread-bundle";
import { bundleScheduleToWire, bundleScheduleWire, calendarToWire, calendarWire } from "./wire";
import { freeSlotsToWire, freeSlotsWire } from "./wire";

const tag = "Calendar";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const scheduling = { tag, access: "organization", permission: "content:publish", rate: "write" } as const;
const ofPiece = z.object({ pieceId: idOf("piece") });
const budget = { read: 450, written: 120 };

const day = 86_400_000;
const longestWindow = 100 * day;
const mostShown = 1000;
const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const channel = z.enum([...socialPlatforms, "site", "email"]);
const window = { from: instant, to: instant };
const isBounded = ({ from, to }: { from: number; to: number }) => from < to && to - from <= longestWindow;
const bounded = { path: ["to"], message: "A window ends after it begins, and spans at most 100 days." };

const getCalendarRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/calendar",
    operation: "getCalendar",
    summary: "Get what is scheduled between two moments",
    description:
      "From `from` to before `to`, at most 100 days, in the order of time. A piece whose approval was taken back keeps its place and says so by its status.",
    query: z
      .strictObject({ ...window, businessId: idOf("business").optional(), channel: channel.optional() })
      .refine(isBounded, bounded),
    answer: { status: 200, schema: calendarWire },
    budget: { read: 1100, written: 4 },
  },
  async (ctx, { query: { from, to, ...place } }) =>
    calendarToWire(await scheduledBetween(ctx, { from, to }, place, mostShown + 1), mostShown),
);

const getFreeSlotsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/calendar/free-slots",
    operation: "getFreeSlots",
    summary: "Get the free times of a channel",
    description:
      "At the posting times of the business, by its clocks: a time that is skipped when clocks go forward is as much later, one that comes twice is the first of both. What has passed or is taken is left out.",
    query: z
      .strictObject({
        ...window,
        businessId: idOf("business"),
        channel,
        limit: z.coerce.number().int().min(1).max(500).default(100),
      })
      .refine(isBounded, bounded),
    answer: { status: 200, schema: freeSlotsWire },
    problems: ["not_found"],
    budget: { read: 600, written: 4 },
  },
  async (ctx, { query: { from, to, businessId, channel: of, limit } }) => {
    const business = await getBusiness(ctx, businessId);
    const rhythm = rhythmOf(business.postingTimes, of);
    const slots = await freeSlots(ctx, business, of, rhythm, { from, to });
    return freeSlotsToWire(business.timezone, rhythm, slots, limit);
  },
);

const scheduleRoute = route(
  {
    ...scheduling,
    method: "put",
    path: "/v1/pieces/{pieceId}/schedule",
    operation: "schedulePiece",
    summary: "Schedule a piece, or move it",
    description:
      "An approved piece goes out at that minute. A minute of a channel of a business belongs to one piece: 409 `slot_taken` where another has it.",
    params: ofPiece,
    body: z.strictObject({
      at: z.iso
        .datetime({ offset: true })
        .transform((text) => Date.parse(text))
        .meta({ description: "RFC 3339; read to the minute.", examples: ["2027-03-28T07:00:00Z"] }),
      revision: z.number().int().optional().meta({
        description: "The one that was looked at; 409 `changed_meanwhile` where there is a newer one.",
      }),
    }),
    answer: { status: 200, schema: pieceWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params, body }) => pieceToWire(await schedulePiece(ctx, params.pieceId, body)),
);

const unscheduleRoute = route(
  {
    ...scheduling,
    method: "delete",
    path: "/v1/pieces/{pieceId}/schedule",
    operation: "unschedulePiece",
    summary: "Take a piece out of the calendar",
    params: ofPiece,
    answer: { status: 200, schema: pieceWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params }) => pieceToWire(await unschedulePiece(ctx, params.pieceId)),
);

const scheduleBundleRoute = route(
  {
    ...scheduling,
    method: "post",
    path: "/v1/bundles/{bundleId}/schedule",
    operation: "scheduleBundle",
    summary: "Spread a bundle over its period",
    description:
      "Its approved pieces without a place go to the free posting times of what is left of its period, evenly. With `dryRun` nothing is changed; without it all are placed as answered, or none.",
    params: z.object({ bundleId: idOf("bundle") }),
    body: z.strictObject({ dryRun: z.boolean().default(false) }),
    answer: { status: 200, schema: bundleScheduleWire },
    problems: ["conflict"],
    budget: { read: 6000, written: 8000 },
  },
  async (ctx, { params, body: { dryRun } }) => {
    const plan = await (dryRun ? planBundle : scheduleBundle)(ctx, params.bundleId);
    return bundleScheduleToWire(plan, dryRun);
  },
);

export const calendarRoutes = [
  getCalendarRoute,
  getFreeSlotsRoute,
  scheduleRoute,
  unscheduleRoute,
  scheduleBundleRoute,
];
