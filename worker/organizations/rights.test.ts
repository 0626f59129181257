import { env } from "cloudflare:test";
import { inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { openDatabase } from "../../db/client";
import { sessions } from "../../db/schema/control/people";
import { control, createWorld } from "../test/world";
import { rightsOfSessions } from "./rights";

it("asking who may still watch reads as many rows in a large organization as in a small one", async () => {
  const world = await createWorld();
  const watching = [await world.member("viewer"), await world.member("admin")];
  const rows = await control()
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      inArray(
        sessions.token,
        watching.map(({ token }) => token),
      ),
    );
  const ids = rows.map(({ id }) => id);
  const few = await rowsRead(world.id, ids);
  for (let colleague = 0; colleague < 12; colleague++) await world.member("viewer");
  expect(await rowsRead(world.id, ids)).toBe(few);
});

async function rowsRead(
  organizationId: Parameters<typeof rightsOfSessions>[1],
  ids: string[],
): Promise<number> {
  const meter = { read: 0, written: 0 };
  const { database } = openDatabase(env.DB, "first-primary", meter);
  const rights = await rightsOfSessions(database, organizationId, ids, Date.now());
  expect([...rights.keys()].toSorted()).toEqual(ids.toSorted());
  return meter.read;
}
