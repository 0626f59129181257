import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { RowMeter } from "../../../db/meter";
import { contentVersions } from "../../../db/schema/cell/content";
import { createWorld } from "../../test/world";
import { bundleOf, openWorkshop, piecesOf, start, usesOf, workOff } from "./ground";

const counts = { blogPosts: 2, socialPosts: 6, contentUpgrades: 1, emailSequences: 1 };
const pieces = 12;

describe("a bundle that is started", () => {
  it("is planned as a whole, and written piece by piece to its end", async () => {
    const world = await createWorld();
    const workshop = await openWorkshop(world, counts);
    const started = await start(workshop);
    expect(started).toMatchObject({ status: "generating", pieceCount: pieces, run: 1 });
    expect(await usesOf(workshop)).toMatchObject({ used: pieces, reserved: pieces, held: pieces });
    expect(await workOff(workshop)).toBe(pieces);
    const done = await bundleOf(workshop);
    expect(done).toMatchObject({ status: "ready", readyCount: pieces, failedCount: 0 });
    expect(done.costMicros).toBeGreaterThan(0);
    const written = await piecesOf(workshop);
    expect(new Set(written.map(({ status }) => status))).toEqual(new Set(["ready"]));
    expect(await usesOf(workshop)).toEqual({
      used: pieces,
      reserved: 0,
      committed: pieces,
      held: 0,
      released: 0,
    });
  });

  it("keeps one version a piece, and costs few rows", async () => {
    const world = await createWorld();
    const workshop = await openWorkshop(world, counts);
    await start(workshop);
    const meter: RowMeter = { read: 0, written: 0 };
    await workOff(workshop, meter);
    const versions = await world.database
      .select({ pieceId: contentVersions.pieceId })
      .from(contentVersions)
      .where(eq(contentVersions.organizationId, world.id));
    expect(new Set(versions.map(({ pieceId }) => pieceId)).size).toBe(versions.length);
    expect(versions.length).toBe(pieces);
    expect(meter.read / pieces).toBeLessThan(70);
    expect(meter.written / pieces).toBeLessThan(40);
  });
});
