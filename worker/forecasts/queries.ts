import { and, desc, eq, lt } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { forecasts } from "../../db/schema/cell/forecasts";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { Granularity } from "./pure/periods";
import { type ForecastType, forecastTypes } from "./pure/series";

export type Forecast = typeof forecasts.$inferSelect;

export async function getForecast(ctx: Context, id: Id<"forecast">): Promise<Forecast> {
  authorize(ctx, "leads:read");
  const [row] = await ctx.db
    .select()
    .from(forecasts)
    .where(and(eq(forecasts.id, id), eq(forecasts.organizationId, ctx.organization.id)));
  if (!row) throw new NotFound();
  return row;
}

/** The last one of each type. */
export async function currentForecasts(ctx: Context, granularity: Granularity): Promise<Forecast[]> {
  const found = await Promise.all(
    forecastTypes.map((type) => listForecasts(ctx, { type, granularity }, undefined, 1)),
  );
  return found.flatMap((rows) => rows.slice(0, 1));
}

/** The last said first. */
export async function listForecasts(
  ctx: Context,
  { type, granularity }: { type: ForecastType; granularity: Granularity },
  before: string | undefined,
  limit: number,
): Promise<Forecast[]> {
  authorize(ctx, "leads:read");
  const { organizationId, madeOn } = forecasts;
  return await ctx.db
    .select()
    .from(forecasts)
    .where(
      and(
        eq(organizationId, ctx.organization.id),
        eq(forecasts.type, type),
        eq(forecasts.granularity, granularity),
        before === undefined ? undefined : lt(madeOn, before),
      ),
    )
    .orderBy(desc(madeOn))
    .limit(limit + 1);
}
