import { eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { cellOf } from "../../../db/ids";
import { appSettings } from "../../../db/schema/control/platform";
import { testBase } from "../../test/base";
import { control, createWorld, type World } from "../../test/world";
import { throwAwayOldSalts } from "../daily-salt";
import { signMark } from "../mark";
import { visitorFor } from "../visitor-for";

const noon = Date.UTC(2026, 5, 1, 12);
const day = 86_400_000;
let world: World;
let other: World;

beforeAll(async () => {
  world = await createWorld();
  other = await createWorld();
});

const browser = { ipAddress: "203.0.113.7", userAgent: "Firefox" };
const at = (now: number, origin = browser) => testBase({ now: () => now, origin });
const unasked = { consented: false };

describe("GDPR-04 a visitor who was not asked", () => {
  it("is the same until midnight and nobody known afterwards", async () => {
    const morning = await visitorFor(at(noon - 6 * 3_600_000), world, unasked);
    expect(morning.kind).toBe("daily");
    expect(await visitorFor(at(noon + 11 * 3_600_000), world, unasked)).toEqual(morning);
    expect((await visitorFor(at(noon + day), world, unasked)).id).not.toBe(morning.id);
    expect(cellOf(morning.id)).toBe(world.cell);
  });

  it.each([
    ["from another address", { ...browser, ipAddress: "203.0.113.8" }],
    ["with another browser", { ...browser, userAgent: "Safari" }],
  ])("is somebody else %s", async (_, origin) => {
    const here = await visitorFor(at(noon), world, unasked);
    expect((await visitorFor(at(noon, origin), world, unasked)).id).not.toBe(here.id);
  });

  it("is not the same on two organizations' pages", async () => {
    const [here, there] = [
      await visitorFor(at(noon), world, unasked),
      await visitorFor(at(noon), other, unasked),
    ];
    expect(here.id.slice(6)).not.toBe(there.id.slice(6));
  });

  it("is not known again by a mark that it kept from a time when it consented", async () => {
    const mark = await signMark(at(noon), "visitor", world.id, at(noon).newId("visitor", world.cell));
    expect((await visitorFor(at(noon), world, { mark, consented: false })).kind).toBe("daily");
  });

  it("cannot be found again once the day is over: its salt is thrown away", async () => {
    const before = await visitorFor(at(noon - 30 * day), world, unasked);
    await throwAwayOldSalts(at(noon));
    const kept = await control()
      .select()
      .from(appSettings)
      .where(like(appSettings.key, "visitor_salt:2026-05%"));
    expect(kept).toEqual([]);
    await visitorFor(at(noon), world, unasked);
    expect((await visitorFor(at(noon - 30 * day), world, unasked)).id).not.toBe(before.id);
    expect(await control().$count(appSettings, eq(appSettings.key, "visitor_salt:2026-06-01"))).toBe(1);
  });
});

describe("a visitor who consented", () => {
  it("is known again by its mark, in that organization alone", async () => {
    const mark = await signMark(at(noon), "visitor", world.id, at(noon).newId("visitor", world.cell));
    const seen = { mark, consented: true };
    expect(await visitorFor(at(noon), world, seen)).toMatchObject({ id: mark.split(".")[0], kind: "kept" });
    expect((await visitorFor(at(noon), other, seen)).id).not.toBe(mark.split(".")[0]);
  });

  it("without a mark becomes somebody new", async () => {
    const [first, second] = [
      await visitorFor(at(noon), world, { consented: true }),
      await visitorFor(at(noon), world, { consented: true }),
    ];
    expect(first.kind).toBe("kept");
    expect(first.id).not.toBe(second.id);
  });
});
