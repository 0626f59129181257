import { describe, expect, it } from "vitest";
import type { Answer, Client } from "../../test/client";
import { createWorld } from "../../test/world";
import { positionBetween, positionOnTop } from "../pure/position";

type Column = {
  stage: { id: string; name: string };
  count: number;
  values: unknown[];
  leads: { firstName: string }[];
};

async function made(client: Client, body: Record<string, unknown>): Promise<string> {
  const answer = await client.post("/v1/leads", body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return String(answer.body.id);
}

async function columnsOf(client: Client, query = ""): Promise<Map<string, Column>> {
  const { body } = await client.get(`/v1/lead-board${query}`);
  return new Map(body.columns.map((column: Column) => [column.stage.name, column]));
}

const namesIn = (columns: Map<string, Column>, stage: string) =>
  columns.get(stage)?.leads.map(({ firstName }) => firstName);

describe("the board", () => {
  it("keeps the order people give it, and its totals follow every move, value and deletion", async () => {
    const { client } = (await createWorld()).owner;
    const value = { amount: 1000, currency: "usd" };
    const [a, b, c] = [
      await made(client, { firstName: "A", value }),
      await made(client, { firstName: "B", value: { amount: 50, currency: "eur" } }),
      await made(client, { firstName: "C" }),
    ];
    const start = await columnsOf(client);
    expect(namesIn(start, "New")).toEqual(["C", "B", "A"]);
    expect(start.get("New")).toMatchObject({ count: 3 });
    expect(start.get("New")?.values).toEqual(
      expect.arrayContaining([value, { amount: 50, currency: "eur" }]),
    );
    const stageId = String(start.get("New")?.stage.id);
    const move = (id: string, body: Record<string, unknown>): Promise<Answer> =>
      client.put(`/v1/leads/${id}/stage`, { stageId, ...body });
    expect((await move(a, { beforeId: b })).status).toBe(200);
    expect(namesIn(await columnsOf(client), "New")).toEqual(["C", "A", "B"]);
    await move(c, { afterId: b });
    expect(namesIn(await columnsOf(client), "New")).toEqual(["A", "B", "C"]);
    await move(c, {});
    expect(namesIn(await columnsOf(client), "New")).toEqual(["C", "A", "B"]);
    const won = await client.put(`/v1/leads/${a}/stage`, {
      stageId: start.get("Won")?.stage.id,
      reason: "Better coffee",
    });
    expect(won.body).toMatchObject({
      status: "closed_won",
      closeReason: "Better coffee",
      convertedToCustomer: true,
    });
    expect(won.body.closedAt).not.toBeNull();
    await client.patch(`/v1/leads/${a}`, { value: { amount: 700, currency: "usd" } });
    const end = await columnsOf(client);
    expect(end.get("Won")).toMatchObject({ count: 1, values: [{ amount: 700, currency: "usd" }] });
    expect(end.get("New")).toMatchObject({ count: 2, values: [{ amount: 50, currency: "eur" }] });
    expect((await client.get("/v1/lead-counts")).body.count).toBe(3);
  });

  it("TEN-02 takes neither a stage nor a neighbour of others, and says when a neighbour has gone", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    const { client } = world.owner;
    const [a, b] = [await made(client, { firstName: "A" }), await made(client, { firstName: "B" })];
    const theirs = await made(other.owner.client, { firstName: "Theirs" });
    const columns = await columnsOf(client);
    const theirStage = (await columnsOf(other.owner.client)).get("New")?.stage.id;
    const stageId = columns.get("New")?.stage.id;
    expect((await client.put(`/v1/leads/${a}/stage`, { stageId: theirStage })).status).toBe(422);
    expect((await client.put(`/v1/leads/${a}/stage`, { stageId, afterId: theirs })).status).toBe(422);
    expect((await client.put(`/v1/leads/${theirs}/stage`, { stageId })).status).toBe(404);
    const elsewhere = { stageId: columns.get("Lost")?.stage.id, afterId: b };
    expect(await client.put(`/v1/leads/${a}/stage`, elsewhere)).toMatchObject({
      status: 409,
      body: { code: "neighbour_moved" },
    });
    expect(namesIn(await columnsOf(client), "New")).toEqual(["B", "A"]);
    const viewer = await world.member("viewer");
    expect((await viewer.client.put(`/v1/leads/${a}/stage`, { stageId })).status).toBe(403);
  });

  it("pages through a stage, with a filter too", async () => {
    const { client, id } = (await createWorld()).owner;
    for (const name of ["A", "B", "C", "D", "E"])
      await made(client, { firstName: name, assignedTo: name < "C" ? id : null });
    const column = (await client.get("/v1/lead-board?limit=2")).body.columns[0];
    const rest = await client.get(`/v1/lead-board/${column.stage.id}?limit=2&cursor=${column.nextCursor}`);
    expect(rest.body.data.map(({ firstName }: { firstName: string }) => firstName)).toEqual(["C", "B"]);
    expect(namesIn(await columnsOf(client, "?assignedTo=me"), "New")).toEqual(["B", "A"]);
  });
});

describe("a place between two others", () => {
  it("is always there, however often the same gap is divided", () => {
    for (const side of ["above", "below"] as const) {
      let [above, below] = [
        positionOnTop(2_000_000, new Uint8Array([1])),
        positionOnTop(1_000_000, new Uint8Array([1])),
      ];
      for (let i = 0; i < 300; i++) {
        const place = positionBetween(above, below);
        expect(above < place && place < below).toBe(true);
        if (side === "above") above = place;
        else below = place;
      }
    }
    expect(positionBetween(null, "01") < "01").toBe(true);
    expect(positionBetween("zz", null) > "zz").toBe(true);
  });

  it("on top is above all that was put on top before", () => {
    const random = new Uint8Array([255, 0, 7]);
    expect(positionOnTop(1_800_000_000_001, random) < positionOnTop(1_800_000_000_000, random)).toBe(true);
  });
});
