import * as z from "zod";
import { route, toWireTime, wireTime } from "../kernel/contract";
import { Invalid } from "../kernel/errors";
import { orderCount } from "./count";
import { lengthOf, performanceIn, type Report } from "./report";

const tag = "Performance";
const mostDays = 400;
const int = z.int();
const day = z.iso.date().meta({ example: "2027-01-31" });

const figures = {
  created: int,
  qualified: int,
  converted: int,
  lost: int,
  conversionRate: z.number().nullable().meta({ description: "Of the leads won or lost in the period." }),
  revenue: z
    .array(z.strictObject({ currency: z.string(), amount: int, deals: int, dealSize: int }))
    .meta({ description: "Of leads won in the period that have a value, in minor units." }),
  cycleSeconds: z.number().nullable().meta({ description: "From coming in to being won." }),
  responseSeconds: z.number().nullable().meta({ description: "From coming in to the first contact." }),
};

const reportWire = z
  .strictObject({
    from: day,
    to: day,
    countedAt: wireTime.nullable().meta({ description: "Null: not yet; order a count." }),
    isRunning: z.boolean(),
    total: z.strictObject(figures),
    before: z.strictObject(figures).meta({ description: "The same number of days before." }),
    members: z.array(z.strictObject({ userId: z.string().nullable(), ...figures })),
    teams: z.array(z.strictObject({ teamId: z.string(), name: z.string(), ...figures })),
    days: z.array(z.strictObject({ day: z.string(), created: int, converted: int })),
  })
  .meta({ id: "PerformanceReport" });

export const performanceRoutes = [
  route(
    {
      tag,
      access: "organization",
      permission: "leads:read",
      rate: "report",
      method: "get",
      path: "/v1/performance",
      operation: "getPerformance",
      summary: "See what members and teams made of their leads",
      description: `Days are UTC, ${mostDays} at most. A lead counts for whose it is now, a team is the sum of who is in it today.`,
      query: z.strictObject({ from: day, to: day }),
      answer: { status: 200, schema: reportWire },
      budget: { read: 60_000, written: 4 },
    },
    async (ctx, { query }) => {
      const days = lengthOf(query);
      if (days < 1 || days > mostDays)
        throw Invalid.field("/to", "out_of_range", `A period has 1 to ${mostDays} days.`);
      return reportToWire(await performanceIn(ctx, query));
    },
  ),
  route(
    {
      tag,
      access: "organization",
      permission: "leads:read",
      rate: "report",
      method: "post",
      path: "/v1/performance/counts",
      operation: "countPerformance",
      summary: "Count anew now",
      description: "A job does it within seconds, and again each night from then on.",
      answer: { status: 202, schema: z.strictObject({ status: z.literal("ordered") }) },
      budget: { read: 60, written: 40 },
    },
    async (ctx) => {
      await orderCount(ctx);
      return { status: "ordered" as const };
    },
  ),
];

function reportToWire({
  countedAt,
  total,
  before,
  members,
  teams,
  ...rest
}: Report): z.input<typeof reportWire> {
  return {
    ...rest,
    countedAt: toWireTime(countedAt),
    total: figuresToWire(total),
    before: figuresToWire(before),
    members: members.map(figuresToWire),
    teams: teams.map(figuresToWire),
  };
}

function figuresToWire<T extends { cycle: number | null; response: number | null }>({
  cycle,
  response,
  ...rest
}: T) {
  return { ...rest, cycleSeconds: seconds(cycle), responseSeconds: seconds(response) };
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000);
}
