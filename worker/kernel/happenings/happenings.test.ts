import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Cell, Id } from "../../../db/ids";
import { jobs } from "../../../db/schema/cell/spine";
import { cellsOfOrganizations } from "../../organizations";
import { testBase } from "../../test/base";
import { inside } from "../../test/inside";
import { createWorld, database, unique, type World } from "../../test/world";
import type { Base } from "../context";
import { runJob } from "../jobs";
import { platformOrganization } from "../jobs";
import {
  consumeHappenings,
  defineHappening,
  type Happening,
  type HappeningDefinition,
  type HappeningsAtWork,
  keepDeadHappening,
  messageOfHappening,
  recordAgain,
} from "./index";

const shape = z.strictObject({ word: z.string() });
let world: World;
let neighbour: World;

beforeAll(async () => {
  world = await createWorld();
  neighbour = await createWorld({ cell: world.cell });
});

function atWork(...definitions: HappeningDefinition<{ word: string }>[]): HappeningsAtWork {
  return {
    // safe: each is only given what its own shape has parsed
    definitions: new Map(definitions.map((each) => [each.type, each as HappeningDefinition])),
    cellsOf: (base: Base, ids: readonly Id<"organization">[]) => cellsOfOrganizations(base.control, ids),
  };
}

/** A kind that remembers what it was given; a word may be what it cannot bear. */
function kindOf(unbearable = "") {
  const calls: { cell: Cell; words: string[] }[] = [];
  const kind = defineHappening(`test.${unique()}`, shape, async (_, cell, seen) => {
    const words = seen.map(({ data }) => data.word);
    calls.push({ cell, words });
    if (words.includes(unbearable)) throw new Error("This one cannot be written.");
  });
  return { kind, calls };
}

function seen(word: unknown, more: Partial<Happening> = {}): Happening {
  const base = testBase();
  return {
    id: base.newId("event", world.cell),
    organizationId: world.id,
    at: base.now(),
    data: { word },
    ...more,
  };
}

async function deliver(work: HappeningsAtWork, bodies: unknown[], attempts = 1) {
  const batch = createMessageBatch(
    "tributary-events",
    bodies.map((body, index) => ({ id: `m${index}`, timestamp: new Date(), attempts, body })),
  );
  await consumeHappenings(testBase(), batch.messages, work);
  const result = await getQueueResult(batch, createExecutionContext());
  return {
    acked: result.explicitAcks.toSorted(),
    retried: result.retryMessages.map(({ msgId }) => msgId).toSorted(),
  };
}

describe("happenings", () => {
  it("of one kind and cell are written at once, of whatever organizations, each id once (QUE-01)", async () => {
    const { kind, calls } = kindOf();
    const first = messageOfHappening(kind.type, seen("first"));
    const other = messageOfHappening(kind.type, seen("other", { organizationId: neighbour.id }));
    expect(await deliver(atWork(kind), [first, other, first])).toEqual({
      acked: ["m0", "m1", "m2"],
      retried: [],
    });
    expect(calls).toEqual([{ cell: world.cell, words: ["first", "other"] }]);
  });

  it("QUE-03 that cannot be read never hold up those that can", async () => {
    const { kind, calls } = kindOf();
    const good = messageOfHappening(kind.type, seen("good"));
    const strangeCell = { ...good, id: testBase().newId("event", "zz") };
    const strangeOrganization = { ...good, organizationId: "org_00nobody" };
    const bodies = [
      good,
      { ...good, v: 2 },
      { ...good, happening: "unknown" },
      { ...good, data: { word: 7 } },
      { ...good, id: "evt_1" },
      strangeCell,
      strangeOrganization,
    ];
    const { acked, retried } = await deliver(atWork(kind), bodies);
    expect({ acked, retried }).toEqual({ acked: ["m0"], retried: ["m1", "m2", "m3", "m4", "m5", "m6"] });
    expect(calls).toEqual([{ cell: world.cell, words: ["good"] }]);
  });

  it("QUE-03 of which one cannot be written spoil its company twice at most; then it stands alone", async () => {
    const { kind, calls } = kindOf("bad");
    const bodies = ["good", "bad", "fine"].map((word) => messageOfHappening(kind.type, seen(word)));
    expect(await deliver(atWork(kind), bodies, 2)).toEqual({ acked: [], retried: ["m0", "m1", "m2"] });
    expect(await deliver(atWork(kind), bodies, 3)).toEqual({ acked: ["m0", "m2"], retried: ["m1"] });
    expect(calls.map(({ words }) => words.length)).toEqual([3, 1, 1, 1]);
  });
});

describe("a dead happening", () => {
  const letter = <Body>(body: Body) => ({ id: unique(), body });
  const rowsOf = (organizationId: Id<"organization">, id: string, cell: Cell) =>
    database(cell)
      .select()
      .from(jobs)
      .where(and(eq(jobs.organizationId, organizationId), eq(jobs.dedupeKey, `dead:${id}`)));

  it("QUE-03 stays as a failed job with its reason, once, and can be run again", async () => {
    const { kind, calls } = kindOf();
    const work = atWork(kind);
    const dead = letter(messageOfHappening(kind.type, seen("late")));
    await keepDeadHappening(testBase(), dead, work);
    await keepDeadHappening(testBase(), dead, work);
    const rows = await rowsOf(world.id, dead.id, world.cell);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      status: "failed",
      queue: "events",
      deadLetterReason: `Writing this “${kind.type}” failed each time it was tried.`,
    });
    await runAgain(rows[0]?.id, work);
    expect(calls).toEqual([{ cell: world.cell, words: ["late"] }]);
    expect((await rowsOf(world.id, dead.id, world.cell))[0]?.status).toBe("completed");
  });

  it.each([
    ["of an unknown version", { v: 2, happening: "click" }, "not in a form that this version knows"],
    [
      "that nobody records",
      messageOf("nobody", "org_00x"),
      "Nothing here records happenings of the type “nobody”",
    ],
  ])("%s is the platform's, and says why", async (_, body, reason) => {
    const dead = letter(body);
    await keepDeadHappening(testBase(), dead, atWork());
    const [row] = await rowsOf(platformOrganization, dead.id, "00");
    expect(row?.deadLetterReason).toContain(reason);
  });

  it("of an organization that is gone says so", async () => {
    const { kind } = kindOf();
    const dead = letter(messageOf(kind.type, `org_00gone${unique()}`));
    await keepDeadHappening(testBase(), dead, atWork(kind));
    const [row] = await rowsOf(dead.body.organizationId, dead.id, "00");
    expect(row?.deadLetterReason).toBe("The organization of this happening is not in the cell it names.");
  });

  function messageOf(type: string, organizationId: string) {
    const id = testBase().newId("event", "zz");
    // safe: a name that no organization has
    return messageOfHappening(type, {
      at: 1,
      data: { word: "x" },
      id,
      organizationId: organizationId as Id<"organization">,
    });
  }

  async function runAgain(id: Id<"job"> | undefined, work: HappeningsAtWork) {
    if (!id) throw new Error("There is no job.");
    const ctx = await inside(world);
    await ctx.db.update(jobs).set({ status: "pending", runAt: ctx.now() }).where(eq(jobs.id, id));
    const definition = recordAgain(work);
    const message = {
      v: 1,
      type: definition.type,
      organizationId: world.id,
      jobId: id,
      requestId: "again",
    } as const;
    await runJob(testBase({ carry: () => undefined }), message, {
      definitions: new Map([[definition.type, definition]]),
      contextFor: async () => ({ ...ctx, eraseAfter: null }),
    });
  }
});
