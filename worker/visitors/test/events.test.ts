import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { cellOf, type Id } from "../../../db/ids";
import type { RowMeter } from "../../../db/meter";
import { campaignEventDays, campaignEvents, campaigns, visitors } from "../../../db/schema/cell/visitors";
import { appSettings } from "../../../db/schema/control/platform";
import type { Happening } from "../../kernel/happenings";
import { testBase } from "../../test/base";
import { createWorld, type World } from "../../test/world";
import { type EventData, type EventDraft, eventOf } from "../event";
import { forgetOldEvents } from "../forget-old";
import { recordEvents } from "../record-events";

const monday = Date.UTC(2026, 10, 16, 9);
const hour = 3_600_000;
let world: World;
let other: World;

beforeAll(async () => {
  world = await createWorld();
  other = await createWorld({ cell: world.cell });
});

const newVisitor = () => testBase().newId("visitor", world.cell);

async function view(
  visitorId: Id<"visitor">,
  at: number,
  more: Partial<EventDraft> = {},
  of: World = world,
): Promise<Happening<EventData>> {
  const draft: EventDraft = {
    type: "view",
    visitorId,
    visitorKind: "kept",
    url: "https://shop.test/",
    ...more,
  };
  return await eventOf(testBase(), of, draft, { at });
}

async function stateOf(organizationId: Id<"organization">, visitorIds: Id<"visitor">[]) {
  const days = await world.database
    .select()
    .from(campaignEventDays)
    .where(eq(campaignEventDays.organizationId, organizationId));
  const events = await world.database
    .select()
    .from(campaignEvents)
    .where(eq(campaignEvents.organizationId, organizationId));
  const rows = await world.database
    .select()
    .from(visitors)
    .where(eq(visitors.organizationId, organizationId));
  return {
    days: days
      .map(({ day, type, campaignId, isBot, events, visitors }) => ({
        day,
        type,
        campaignId,
        isBot,
        events,
        visitors,
      }))
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    events: events
      .map(({ id, visitorId, at, type }) => ({ id, visitorId, at, type }))
      .toSorted((a, b) => a.at - b.at),
    visitors: rows.filter(({ id }) => visitorIds.includes(id)).map(({ id, kind }) => ({ id, kind })).length,
  };
}

describe("events", () => {
  it("QUE-01 come twice, out of order and in any company, and leave the same rows, days and visitors", async () => {
    const [ada, grace] = [newVisitor(), newVisitor()];
    const seen = await Promise.all([
      view(ada, monday),
      view(ada, monday + hour),
      view(ada, monday + 24 * hour),
      view(grace, monday + 2 * hour),
      view(grace, monday + 2 * hour, { type: "click" }),
    ]);
    const order = fc.shuffledSubarray([...seen, ...seen], { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 10 }), async (arrivals, atOnce) => {
        await world.database.delete(campaignEvents).where(eq(campaignEvents.organizationId, world.id));
        await world.database.delete(campaignEventDays).where(eq(campaignEventDays.organizationId, world.id));
        for (let index = 0; index < arrivals.length; index += atOnce) {
          const lot = arrivals.slice(index, index + atOnce);
          await recordEvents(testBase(), world.cell, [
            ...new Map(lot.map((each) => [each.id, each])).values(),
          ]);
        }
        const { days, events, visitors } = await stateOf(world.id, [ada, grace]);
        const common = { campaignId: "", isBot: false };
        expect(days).toEqual([
          { day: "2026-11-16", type: "click", ...common, events: 1, visitors: 1 },
          { day: "2026-11-16", type: "view", ...common, events: 3, visitors: 2 },
          { day: "2026-11-17", type: "view", ...common, events: 1, visitors: 1 },
        ]);
        expect({ events: events.length, visitors }).toEqual({ events: 5, visitors: 2 });
      }),
      { numRuns: 12 },
    );
  });

  it("told again with what they are about, are the same event", async () => {
    const draft: EventDraft = { type: "form_submit", visitorId: newVisitor(), visitorKind: "daily" };
    const tell = () => eventOf(testBase(), world, draft, { at: monday, once: "sub_1" });
    expect((await tell()).id).toBe((await tell()).id);
    expect(cellOf((await tell()).id)).toBe(world.cell);
  });

  it("of programs are kept apart and make no visitor", async () => {
    const house = await createWorld({ cell: world.cell });
    const machine = newVisitor();
    const event = await view(machine, monday, { traffic: "bot" }, house);
    await recordEvents(testBase(), world.cell, [event]);
    expect(await stateOf(house.id, [machine])).toMatchObject({
      days: [{ isBot: true, events: 1 }],
      visitors: 0,
    });
  });

  it("belong to the campaign of their own organization that the address names", async () => {
    const id = testBase().newId("campaign", world.cell);
    const row = { name: "Spring", type: "email", utmCampaign: "spring", createdAt: 1, updatedAt: 1 } as const;
    await world.database.insert(campaigns).values({ ...row, id, organizationId: world.id });
    const house = other;
    const [mine, theirs] = [newVisitor(), newVisitor()];
    await recordEvents(testBase(), world.cell, [
      await view(mine, monday + 1, { utm: { campaign: "spring" } }),
      await view(theirs, monday + 1, { utm: { campaign: "spring" } }, house),
    ]);
    const campaignOf = async (visitorId: Id<"visitor">, of: World) => {
      const [event] = await world.database
        .select()
        .from(campaignEvents)
        .where(and(eq(campaignEvents.organizationId, of.id), eq(campaignEvents.visitorId, visitorId)));
      return event?.campaignId;
    };
    expect(await campaignOf(mine, world)).toBe(id);
    expect(await campaignOf(theirs, house)).toBeNull();
  });

  it("cost about a row each to write, a hundred at once", async () => {
    const house = await createWorld({ cell: world.cell });
    const people = Array.from({ length: 20 }, newVisitor);
    const seen = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        view(people[index % 20] ?? newVisitor(), monday + index, {}, house),
      ),
    );
    const meter: RowMeter = { read: 0, written: 0 };
    await recordEvents(testBase({}, meter), world.cell, seen);
    expect(meter.written).toBeLessThanOrEqual(121);
    expect(meter.read).toBeLessThanOrEqual(700);
  });
});

describe("events of more than two years ago", () => {
  it("GDPR go with browsers that were not seen since, lot by lot; their days stay numbers", async () => {
    const house = await createWorld({ cell: world.cell });
    const [gone, back] = [newVisitor(), newVisitor()];
    const longAgo = monday - 800 * 24 * hour;
    const old = await Promise.all(
      Array.from({ length: 600 }, (_, index) => view(gone, longAgo + index, {}, house)),
    );
    const returned = [await view(back, longAgo, {}, house), await view(back, monday, {}, house)];
    await recordEvents(testBase({ now: () => longAgo }), world.cell, [...old, ...returned.slice(0, 1)]);
    await recordEvents(testBase({ now: () => monday }), world.cell, returned.slice(1));
    await walkAnew();
    await forgetAll(monday + 1);
    const { days, events, visitors } = await stateOf(house.id, [gone, back]);
    expect(events).toMatchObject([{ visitorId: back, at: monday }]);
    expect([visitors, days.map(({ events }) => events)]).toEqual([1, [601, 1]]);
    expect((await stateOf(world.id, [])).events.length).toBeGreaterThan(0);
  });

  it("are looked for once a month", async () => {
    const house = await createWorld({ cell: world.cell });
    await walkAnew();
    await forgetAll(monday + 40 * 24 * hour);
    const late = await view(newVisitor(), monday - 900 * 24 * hour, {}, house);
    await recordEvents(testBase({ now: () => monday - 900 * 24 * hour }), world.cell, [late]);
    await forgetOldEvents(testBase({ now: () => monday + 60 * 24 * hour }), world.cell);
    expect((await stateOf(house.id, [])).events).toHaveLength(1);
    await forgetAll(monday + 80 * 24 * hour);
    expect((await stateOf(house.id, [])).events).toHaveLength(0);
  });
});

/** A sweeper of this process may have been through already. */
async function walkAnew(): Promise<void> {
  const { control } = testBase();
  await control.delete(appSettings).where(eq(appSettings.key, `event_walk:${world.cell}`));
}

/** As many lots as it takes: the walk goes through everything that the tests of this file left. */
async function forgetAll(now: number): Promise<void> {
  for (let lot = 0; lot < 20; lot++) await forgetOldEvents(testBase({ now: () => now }), world.cell);
}
