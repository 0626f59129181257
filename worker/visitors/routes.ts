import * as z from "zod";
import { eventTypes } from "../../db/schema/cell/visitors";
import { idOf, route } from "../kernel/contract";
import { Invalid } from "../kernel/errors";
import { countDays } from "./queries";

const tag = "Tracking";
const mostDays = 400;

const summary = z.strictObject({
  data: z.array(
    z.strictObject({
      day: z.iso.date(),
      type: z.enum(eventTypes),
      traffic: z.enum(["human", "machine"]),
      events: z.int(),
      visitors: z.int(),
    }),
  ),
});

const summarizeRoute = route(
  {
    tag,
    access: "organization",
    permission: "links:read",
    method: "get",
    path: "/v1/campaign-events",
    operation: "summarizeCampaignEvents",
    summary: "Count what visitors did, by day",
    description:
      "Days are UTC, at most 400 at once. Programs are counted apart. A visitor counts once a day and type.",
    query: z.strictObject({
      from: z.iso.date(),
      to: z.iso.date(),
      type: z.enum(eventTypes).optional(),
      campaignId: idOf("campaign").optional(),
    }),
    answer: { status: 200, schema: summary },
    budget: { read: 8000, written: 4 },
  },
  async (ctx, { query: { from, to, type, campaignId } }) => {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (days < 0 || days >= mostDays)
      throw Invalid.field("/to", "invalid_range", `Ask for 1 to ${mostDays} days.`);
    const rows = await countDays(ctx, {
      from,
      to,
      campaignId: campaignId ?? null,
      types: type ? [type] : [],
    });
    const data = rows.map(({ isBot, ...row }) => ({
      ...row,
      traffic: isBot ? ("machine" as const) : ("human" as const),
    }));
    return { data };
  },
);

export const visitorRoutes = [summarizeRoute];
