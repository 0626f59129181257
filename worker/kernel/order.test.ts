import { describe, expect, it } from "vitest";
import { leadStages } from "../../db/schema/cell/lead-catalogue";
import { inside } from "../test/inside";
import { createWorld, type World } from "../test/world";
import { moveSteps } from "./order";
import { write } from "./write";

const lists = ["/v1/lead-stages", "/v1/scoring-rules", "/v1/assignment-rules"];

async function idsOf({ owner }: World, path: string): Promise<string[]> {
  const { body } = await owner.client.get(path);
  return body.data.map(({ id }: { id: string }) => id);
}

describe("the order of a list", () => {
  it("is changed by moving one, and all others keep theirs", async () => {
    const world = await createWorld();
    const { client } = world.owner;
    const { body: me } = await client.get("/v1/me");
    for (const name of ["A", "B", "C"])
      await client.post("/v1/assignment-rules", { name, userIds: [me.user.id] });
    for (const path of lists) {
      const [first = "", second = "", third = "", ...rest] = await idsOf(world, path);
      expect((await client.patch(`${path}/${first}`, { position: 2 })).status).toBe(200);
      expect(await idsOf(world, path)).toEqual([second, third, first, ...rest]);
      await client.patch(`${path}/${first}`, { position: 0 });
      expect(await idsOf(world, path)).toEqual([first, second, third, ...rest]);
    }
  });

  it("is not overruled by whoever moves one in an order that is old by now", async () => {
    const world = await createWorld();
    const ctx = await inside(world);
    const old = await idsOf(world, "/v1/lead-stages");
    const [first = "", , third = ""] = old;
    await world.owner.client.patch(`/v1/lead-stages/${first}`, { position: 1 });
    const moved = await idsOf(world, "/v1/lead-stages");
    const move = write(ctx, moveSteps(ctx, leadStages, old, third, 0));
    await expect(move).rejects.toThrow("Somebody has just changed this order");
    expect(await idsOf(world, "/v1/lead-stages")).toEqual(moved);
  });
});
