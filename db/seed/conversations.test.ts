import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { runNewestJob } from "../../worker/test/run-job";
import { seedDemoYear } from "../../worker/test/demo-leads";
import { createWorld } from "../../worker/test/world";
import { conversations } from "../schema/cell/conversations";
import { jobs } from "../schema/cell/spine";
import { threads } from "./conversation-words";
import { seedConversations } from "./conversations";

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

test("the demo's conversations stand in threads of leads who are in the middle of it, and wait to be read", async () => {
  const world = await createWorld();
  const now = Date.now();
  await seedDemoYear(world, now);
  await seedConversations({ control: world.database, now, random }, world.id);
  const rows = await world.database
    .select()
    .from(conversations)
    .where(eq(conversations.organizationId, world.id));
  expect(new Set(rows.map(({ leadId }) => leadId)).size).toBe(threads.length * 2);
  expect(rows.every(({ occurredAt, content }) => occurredAt < now && !content.includes("{"))).toBe(true);
  const waiting = await world.database
    .select()
    .from(jobs)
    .where(and(eq(jobs.organizationId, world.id), eq(jobs.type, "conversations.analyze")));
  expect(waiting).toHaveLength(rows.filter(({ analysisStatus }) => analysisStatus === "pending").length);
  expect(await runNewestJob(world.id, "conversations.analyze")).toMatchObject({ status: "completed" });
});
