import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { orderForecasts } from "./order";
import { granularities } from "./pure/periods";
import { forecastTypes } from "./pure/series";
import { currentForecasts, getForecast, listForecasts } from "./queries";
import { forecastSummaryToWire, forecastSummaryWire, forecastToWire, forecastWire } from "./wire";

const tag = "Forecasts";
const reading = { tag, access: "organization", permission: "leads:read", method: "get" } as const;
const granularity = z.enum(granularities).default("week");

const listRoute = route(
  {
    ...reading,
    path: "/v1/forecasts",
    operation: "listForecasts",
    summary: "List what was foretold",
    description: "One a day, the last first; kept for sixty days.",
    query: pageQuery.extend({ type: z.enum(forecastTypes).default("revenue"), granularity }),
    answer: { status: 200, schema: pageOf(forecastSummaryWire) },
  },
  async (ctx, { query: { limit, cursor, ...asked } }) => {
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const rows = await listForecasts(ctx, asked, before, limit);
    return toPage(rows, limit, ({ madeOn }) => [madeOn], forecastSummaryToWire);
  },
);

const currentRoute = route(
  {
    ...reading,
    path: "/v1/forecasts/current",
    operation: "getCurrentForecasts",
    summary: "Get the latest forecast of each type",
    query: z.strictObject({ granularity }),
    answer: { status: 200, schema: z.strictObject({ data: z.array(forecastWire) }) },
  },
  async (ctx, { query }) => ({ data: (await currentForecasts(ctx, query.granularity)).map(forecastToWire) }),
);

const getRoute = route(
  {
    ...reading,
    path: "/v1/forecasts/{forecastId}",
    operation: "getForecast",
    summary: "Get a forecast",
    params: z.object({ forecastId: idOf("forecast") }),
    answer: { status: 200, schema: forecastWire },
  },
  async (ctx, { params }) => forecastToWire(await getForecast(ctx, params.forecastId)),
);

const orderRoute = route(
  {
    tag,
    access: "organization",
    permission: "leads:write",
    rate: "report",
    method: "post",
    path: "/v1/forecasts",
    operation: "orderForecasts",
    summary: "Foretell anew now",
    description: "A job does it within seconds, and again each night from then on.",
    answer: { status: 202, schema: z.strictObject({ status: z.literal("ordered") }) },
  },
  async (ctx) => {
    await orderForecasts(ctx);
    return { status: "ordered" as const };
  },
);

export const forecastRoutes = [listRoute, currentRoute, getRoute, orderRoute];
