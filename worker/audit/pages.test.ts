import fc from "fast-check";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { defaultCell } from "../../db/ids";
import type { Database } from "../../db/client";
import { control, createWorld, type World } from "../test/world";
import { boundsOf } from "./bounds";

type Act = { plane: "control" | "cell"; minutes: number; action: string };
type Shown = { action: string; createdAt: string; requestId: string };

const start = Date.UTC(2032, 0, 1);
const act: fc.Arbitrary<Act> = fc.record({
  plane: fc.constantFrom("control", "cell"),
  minutes: fc.integer({ min: 0, max: 30 }),
  action: fc.constantFrom("a.made", "a.gone", "b.made"),
});
const query = fc.record({
  limit: fc.integer({ min: 1, max: 7 }),
  action: fc.constantFrom(undefined, "a.", "b.made"),
  from: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
  to: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
});

describe("pages of the audit log", () => {
  it("TEN-06 together hold every entry that matches, once, newest first, from both databases", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), query, async (acts, asked) => {
        const world = await createWorld();
        const written = await writeDown(world, acts);
        const wanted = written
          .filter(({ action }) => action.startsWith(asked.action ?? ""))
          .filter(({ at }) => at >= timeOf(asked.from ?? 0) && at <= timeOf(asked.to ?? 10_000));
        const seen = await walk(world, asked);
        expect(seen.map(({ requestId }) => requestId).toSorted()).toEqual(
          wanted.map(({ name }) => name).toSorted(),
        );
        const times = seen.map(({ createdAt }) => createdAt);
        expect(times).toEqual(times.toSorted().toReversed());
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

const timeOf = (minutes: number) => start + minutes * 60_000;

/** One after the other, each some minutes after the last. */
async function writeDown(world: World, acts: Act[]) {
  const written: { name: string; action: string; at: number }[] = [];
  let minutes = 0;
  for (const [index, { plane, minutes: later, action }] of acts.entries()) {
    minutes += later;
    const entry = { name: `${world.id}-${index}`, action, at: timeOf(minutes) };
    await insert(plane === "control" ? control() : world.database, world.id, entry);
    written.push(entry);
  }
  return written;
}

async function insert(
  database: Database,
  organizationId: string,
  { name, action, at }: { name: string; action: string; at: number },
) {
  await database.run(sql`
    insert into audit_logs (id, organization_id, created_at, seq, action, resource_type, actor_kind, changes, request_id)
    select ${name}, ${organizationId}, ${at},
      coalesce((select max(seq) from audit_logs where organization_id = ${organizationId}), 0) + 1,
      ${action}, 'test', 'system', '{}', ${name}`);
}

async function walk(
  world: World,
  asked: { limit: number; action: string | undefined; from: number | undefined; to: number | undefined },
): Promise<Shown[]> {
  const seen: Shown[] = [];
  const parameters = new URLSearchParams({ limit: String(asked.limit) });
  if (asked.action) parameters.set("action", asked.action);
  if (asked.from !== undefined) parameters.set("from", new Date(timeOf(asked.from)).toISOString());
  if (asked.to !== undefined) parameters.set("to", new Date(timeOf(asked.to)).toISOString());
  for (;;) {
    const { body } = await world.owner.client.get(`/v1/audit-logs?${parameters}`);
    seen.push(...body.data);
    if (body.nextCursor === null) return seen;
    parameters.set("cursor", body.nextCursor);
  }
}

describe("a long log", () => {
  it("costs no more than a short one: a page, a filter and a jump in time read a bounded number of rows", async () => {
    const world = await createWorld();
    await fill(world, 4000);
    const cost = async (query: string) => {
      const { headers, body } = await world.owner.client.get(`/v1/audit-logs?limit=25${query}`);
      return { read: JSON.parse(headers.get("tributary-rows") ?? "{}").read, found: body.data.length };
    };
    expect(await cost("")).toMatchObject({ found: 25 });
    expect((await cost("")).read).toBeLessThan(100);
    // Rows 100 apart match: 10 in the thousand that one page looks at.
    const filtered = await cost("&action=test.rare");
    expect(filtered.found).toBe(10);
    expect(filtered.read).toBeLessThan(2200);
    const jump = await cost(`&to=${new Date(start + 1_000_000).toISOString()}`);
    expect(jump.found).toBe(25);
    expect(jump.read).toBeLessThan(300);
  });

  it("is walked to its end through pages that found nothing, in order across both databases", async () => {
    const world = await createWorld();
    // Where both planes are one database its numbers follow the order of writing, so these come first in time too.
    const spread = world.cell === defaultCell ? 1 : 600_000;
    for (let i = 0; i < 5; i++) {
      await insert(control(), world.id, {
        name: `${world.id}-${i}`,
        action: "test.rarest",
        at: start + i * spread,
      });
    }
    await fill(world, 2950);
    const seen = await walk(world, { limit: 3, action: "test.rar", from: undefined, to: undefined });
    expect(seen.filter(({ action }) => action === "test.rarest")).toHaveLength(5);
    expect(seen.filter(({ action }) => action === "test.rare")).toHaveLength(29);
    const times = seen.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    const rarest = await world.owner.client.get("/v1/audit-logs?action=test.rarest&limit=3");
    expect(rarest.body).toMatchObject({ data: [], nextCursor: expect.any(String) });
  });

  it("finds the place of a time by halving, as looking at every row would", async () => {
    const world = await createWorld();
    await fill(world, 500);
    const trail = { name: "cell", database: world.database } as const;
    for (const seconds of [-100, 0, 1, 59, 60, 61, 250, 439, 440, 441, 499, 500, 900]) {
      const time = start + seconds * 1000;
      const { low, high } = await boundsOf(trail, world.id, { from: time, to: time });
      expect(low).toBe(Math.min(501, Math.max(1, seconds - 60)));
      expect(high).toBe(Math.min(501, Math.max(1, seconds + 61)));
    }
  });
});

/** One row a second, one of a hundred with a rare action. */
async function fill(world: World, count: number): Promise<void> {
  const last = await world.database.get<{ seq: number }>(
    sql`select coalesce(max(seq), 0) as seq from audit_logs where organization_id = ${world.id}`,
  );
  const seq = last?.seq ?? 0;
  await world.database.run(sql`
    insert into audit_logs (id, organization_id, created_at, seq, action, resource_type, actor_kind, changes, request_id)
    with recursive number (n) as (select 1 union all select n + 1 from number where n < ${count})
    select 'aud_' || ${world.id} || '_' || n, ${world.id}, ${start} + n * 1000, n + ${seq},
      iif(n % 100 = 0, 'test.rare', 'test.often'), 'test', 'system', '{}', 'r' from number`);
}
