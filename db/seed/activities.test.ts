import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { seedDemoYear } from "../../worker/test/demo-leads";
import { createWorld } from "../../worker/test/world";
import { seedActivities } from "./activities";
import { leadActivities } from "./lead-activities";
import { leadYear } from "./lead-year";

const now = Date.UTC(2027, 2, 24, 12);
const day = 86_400_000;
const { leads } = leadYear(now);
const told = leadActivities(leads, now);

test("the same year has the same activities, none done or due before somebody came, none done tomorrow", () => {
  expect(leadActivities(leads, now)).toEqual(told);
  for (const { lead, at, isOpen } of told) {
    expect(at).toBeGreaterThan(leads[lead]?.story.moves[0]?.at ?? now);
    if (!isOpen) expect(at).toBeLessThanOrEqual(now);
  }
});

test("every seller, and the owner, has something late, something today and something to come", () => {
  for (const who of ["Mateus", "Inés", "Jonas", null]) {
    const open = told.filter(({ by, isOpen }) => isOpen && by === who).map(({ at }) => at - now);
    expect(open.some((away) => away < 0)).toBe(true);
    expect(open.some((away) => away > 0 && away < day / 2)).toBe(true);
    expect(open.some((away) => away > day)).toBe(true);
    expect(open.filter((away) => away < 0).length / open.length).toBeLessThan(0.25);
  }
});

test("what the seeded leads say of their work is what a recount of their activities finds", async () => {
  const world = await createWorld();
  await seedDemoYear(world, now);
  const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const ground = { control: world.database, now, random };
  await seedActivities(ground, {
    organizationId: world.id,
    owner: world.owner.id,
    sellers: new Map([["Mateus", world.owner.id]]),
  });
  const [wrong] = await world.database
    .all(sql`select lead.id from leads as lead where organization_id = ${world.id} and (
    lead.next_follow_up_at is not (select min(due_at) from activities where lead_id = lead.id and state = 'open') or
    lead.last_contacted_at is not (select max(completed_at) from activities where lead_id = lead.id
      and state = 'done' and type not in ('note', 'task')))`);
  expect(wrong).toBeUndefined();
  const [lead] = await world.database.all<{ id: string }>(sql`select lead_id as id from activities
    where organization_id = ${world.id} group by lead_id order by count(*) desc limit 1`);
  const { body } = await world.owner.client.get(`/v1/leads/${lead?.id}/timeline?limit=100`);
  const kinds = new Set(body.data.map(({ kind }: { kind: string }) => kind));
  expect(kinds).toEqual(
    new Set(["lead", "stage", "assignment", "touch", "activity", ...(kinds.has("sale") ? ["sale"] : [])]),
  );
});
