import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Id, makeId, randomBytesPerId } from "../../../db/ids";
import type { LiveMessage } from "../../kernel/context";
import type { Client } from "../../test/client";
import { inside } from "../../test/inside";
import { runNewestJob } from "../../test/run-job";
import { anybody, createWorld, type Member, type World } from "../../test/world";
import { remind } from "../reminder";

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

let world: World;
let client: Client;
let seller: Member & { memberId: Id<"member"> };
let viewer: Member;

beforeAll(async () => {
  world = await createWorld();
  client = world.owner.client;
  [seller, viewer] = [await world.member("sales"), await world.member("viewer")];
});

async function lead(firstName: string): Promise<string> {
  const { status, body } = await client.post("/v1/leads", { firstName });
  expect(status).toBe(201);
  return String(body.id);
}

async function log(leadId: string, body: Record<string, unknown>) {
  const answer = await client.post(`/v1/leads/${leadId}/activities`, body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as { id: string; state: string; completedAt: string; remindAt: string };
}

const leadNow = async (id: string) => (await client.get(`/v1/leads/${id}`)).body;
const idsOf = ({ body }: { body: { data: { id: string }[] } }) => body.data.map(({ id }) => id);

describe("an activity", () => {
  it("that is logged is done and makes the lead one that was reached; a note reaches nobody", async () => {
    const id = await lead("Reached");
    const note = await log(id, { type: "note", description: "Likes light roasts" });
    expect(note).toMatchObject({ state: "done", subject: "", assignedTo: world.owner.id });
    expect(await leadNow(id)).toMatchObject({ lastContactedAt: null, lastActivityAt: note.completedAt });
    const call = await log(id, { type: "call", outcome: "Wants a tasting", durationMinutes: 12 });
    expect(await leadNow(id)).toMatchObject({ lastContactedAt: call.completedAt });
    await log(id, { type: "email", completedAt: inHours(-50) });
    expect(await leadNow(id)).toMatchObject({ lastContactedAt: call.completedAt });
    await client.put(`/v1/activities/${call.id}/deletion`, undefined);
    expect((await leadNow(id)).lastContactedAt < call.completedAt).toBe(true);
    expect((await client.get(`/v1/activities/${call.id}`)).status).toBe(404);
    expect((await client.delete(`/v1/activities/${call.id}/deletion`)).body).toMatchObject({ state: "done" });
    expect(await leadNow(id)).toMatchObject({ lastContactedAt: call.completedAt });
  });

  it("that is planned is the lead's next follow-up until it is done, the first due before the others", async () => {
    const id = await lead("Planned");
    const byHand = inHours(900);
    await client.patch(`/v1/leads/${id}`, { nextFollowUpAt: byHand });
    await log(id, { type: "task", subject: "Some day" });
    expect(await leadNow(id)).toMatchObject({ nextFollowUpAt: byHand });
    const [late, soon] = [inHours(70), inHours(20)];
    const demo = await log(id, { type: "demo", dueAt: late });
    const task = await log(id, { type: "task", subject: "Send samples", dueAt: soon });
    expect(await leadNow(id)).toMatchObject({ nextFollowUpAt: soon });
    await client.put(`/v1/activities/${task.id}/completion`, { outcome: "Sent" });
    expect(await leadNow(id)).toMatchObject({ nextFollowUpAt: late, lastContactedAt: null });
    await client.delete(`/v1/activities/${task.id}/completion`);
    expect(await leadNow(id)).toMatchObject({ nextFollowUpAt: soon });
    await client.patch(`/v1/activities/${task.id}`, { dueAt: null });
    await client.put(`/v1/activities/${demo.id}/completion`, {});
    expect(await leadNow(id)).toMatchObject({ nextFollowUpAt: null });
    const open = await client.get(`/v1/leads/${id}/activities`);
    expect(open.body.data.map(({ subject }: { subject: string }) => subject)).toEqual([
      "Some day",
      "Send samples",
    ]);
    const done = await client.get(`/v1/leads/${id}/activities?state=done`);
    expect(idsOf(done)).toEqual([demo.id]);
  });

  it("is refused without words for a task, in the future as done, for a stranger, and where it was changed meanwhile", async () => {
    const id = await lead("Refused");
    const path = `/v1/leads/${id}/activities`;
    expect((await client.post(path, { type: "task" })).status).toBe(422);
    expect((await client.post(path, { type: "call", completedAt: inHours(2) })).status).toBe(422);
    const stranger = (await createWorld()).owner.id;
    expect((await client.post(path, { type: "call", assignedTo: stranger })).status).toBe(422);
    const call = await log(id, { type: "call", subject: "Hello" });
    expect((await viewer.client.patch(`/v1/activities/${call.id}`, { subject: "Ha" })).status).toBe(403);
    expect((await viewer.client.put(`/v1/activities/${call.id}/deletion`, undefined)).status).toBe(403);
    expect((await client.get(`/v1/activities/${call.id}`)).body).toMatchObject({ subject: "Hello" });
  });

  it("ROLE-04 keeps what was said from who may not reach people", async () => {
    const id = await lead("Said");
    await log(id, {
      type: "email",
      subject: "ada@said.test",
      description: "Secret words",
      outcome: "Call 555",
    });
    await log(id, { type: "call", subject: "First call", description: "Secret words" });
    const seen = await viewer.client.get(`/v1/leads/${id}/activities?state=done`);
    expect(seen.body.data).toMatchObject([
      { type: "call", subject: "First call", description: null, outcome: null },
      { type: "email", subject: null, description: null, outcome: null },
    ]);
    const key = await world.key(["leads:read", "leads:write"]);
    const path = `/v1/leads/${id}/activities`;
    expect((await key.client.post(path, { type: "note", description: "By a key" })).status).toBe(403);
  });
});

describe("the list of what is to do", () => {
  it("pages through what is mine by its day, counts it, and leaves out deleted leads", async () => {
    const [id, gone] = [await lead("Mine"), await lead("Gone")];
    const mine = { type: "task", assignedTo: seller.id };
    const [a, b, c] = [
      await log(id, { ...mine, subject: "A", dueAt: inHours(-30) }),
      await log(id, { ...mine, subject: "B", dueAt: inHours(1) }),
      await log(id, { ...mine, subject: "C" }),
    ];
    await log(gone, { ...mine, subject: "D", dueAt: inHours(-1) });
    await client.put(`/v1/leads/${gone}/deletion`, undefined);
    const first = await seller.client.get("/v1/activities?assignedTo=me&limit=2");
    expect(idsOf(first)).toEqual([a.id]);
    const next = await seller.client.get(
      `/v1/activities?assignedTo=me&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(idsOf(next)).toEqual([b.id, c.id]);
    const { body } = await seller.client.get(`/v1/activity-counts?assignedTo=me&dayEnd=${inHours(5)}`);
    expect(body).toEqual({ overdue: 1, today: 1, coming: 1 });
    const overdue = await client.get(`/v1/activities?assignedTo=${seller.id}&to=${inHours(0)}`);
    expect(idsOf(overdue)).toEqual([a.id]);
    expect((await client.put(`/v1/activities/${a.id}/completion`, { completedAt: inHours(-2) })).status).toBe(
      200,
    );
    expect(idsOf(await seller.client.get("/v1/activities?assignedTo=me&state=done"))).toEqual([a.id]);
  });

  it("TEN-01 knows nothing of others' leads, people and tasks", async () => {
    const other = (await createWorld()).owner.client;
    const task = await log(await lead("Ours"), { type: "task", subject: "Ours", assignedTo: seller.id });
    expect((await other.get(`/v1/activities?assignedTo=${seller.id}`)).body.data).toEqual([]);
    expect((await other.put(`/v1/activities/${task.id}/completion`, {})).status).toBe(404);
    expect((await client.get(`/v1/activities/${task.id}`)).body.state).toBe("open");
  });
});

describe("what is still to be done", () => {
  it("goes along with its lead from one owner to the next", async () => {
    const id = await lead("Handed over");
    await client.patch(`/v1/leads/${id}`, { assignedTo: seller.id });
    const own = await log(id, { type: "task", subject: "Theirs", assignedTo: seller.id });
    const other = await log(id, { type: "task", subject: "Mine" });
    await client.patch(`/v1/leads/${id}`, { assignedTo: viewer.id });
    await runNewestJob(world.id, "activities.follow_lead");
    const whose = async (task: string) => (await client.get(`/v1/activities/${task}`)).body.assignedTo;
    expect([await whose(own.id), await whose(other.id)]).toEqual([viewer.id, world.owner.id]);
  });
});

describe("a reminder", () => {
  const mails = async () => {
    const { body } = await anybody.get(`/v1/mailbox?limit=100&recipient=${encodeURIComponent(seller.email)}`);
    return body.data.map(({ subject }: { subject: string }) => subject);
  };
  const jobId = () =>
    makeId("job", world.cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  const remindedAt = (id: string, at: string) => ({
    activityId: id as Id<"activity">, // safe: the API just made it
    remindAt: Date.parse(at),
  });

  it("comes when it is due, to whose task it is, once, and moves with the task", async () => {
    const id = await lead("Reminded");
    const [first, moved] = [inHours(10), inHours(30)];
    const task = await log(id, { type: "task", subject: "Call back", dueAt: first, assignedTo: seller.id });
    await client.patch(`/v1/activities/${task.id}`, { dueAt: moved });
    await remind(await inside(world), remindedAt(task.id, first), jobId());
    expect(await mails()).toEqual([]);
    await runNewestJob(world.id, "activities.remind", Date.parse(moved));
    await runNewestJob(world.id, "activities.remind", Date.parse(moved));
    expect(await mails()).toEqual(["Reminder: Call back · Reminded"]);
  });

  it("does not come for what is done, by mail to who wants none, nor to who may not see leads any more", async () => {
    const id = await lead("Quiet");
    const before = await mails();
    const at = inHours(10);
    const task = await log(id, { type: "task", subject: "Quiet", dueAt: at, assignedTo: seller.id });
    const published: LiveMessage[] = [];
    const ctx = await inside(world, { publish: (_, messages) => published.push(...messages) });
    await seller.client.patch("/v1/me", { preferences: { reminderMails: false } });
    await remind(ctx, remindedAt(task.id, at), jobId());
    expect(published).toMatchObject([
      { type: "activity.due", data: { leadId: id, subject: "Quiet" }, viewerIds: [seller.id] },
    ]);
    await seller.client.patch("/v1/me", { preferences: { reminderMails: true } });
    await client.put(`/v1/activities/${task.id}/completion`, {});
    await remind(ctx, remindedAt(task.id, at), jobId());
    await client.delete(`/v1/activities/${task.id}/completion`);
    const permissionOverrides = ["-leads:read", "-leads:write"];
    expect((await client.patch(`/v1/members/${seller.memberId}`, { permissionOverrides })).status).toBe(200);
    await remind(ctx, remindedAt(task.id, at), jobId());
    expect([published.length, await mails()]).toEqual([1, before]);
  });
});

describe("GDPR-01 a lead that is erased", () => {
  it("takes along what was done about them", async () => {
    const id = await lead("Erased");
    const { id: activity } = await log(id, { type: "note", description: "Private" });
    expect((await client.post(`/v1/leads/${id}/erasure`, undefined)).status).toBe(204);
    await runNewestJob(world.id, "activities.forget_lead");
    const rows = await world.database.all(sql`select id from activities where id = ${activity}`);
    expect(rows).toEqual([]);
  });
});
