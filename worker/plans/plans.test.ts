import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { teams } from "../../db/schema/control/organizations";
import { writeOrganization } from "../kernel/write";
import { inside } from "../test/inside";
import { anybody, control, createPerson, createWorld, unique } from "../test/world";
import { assertFeature, assertWithinPlan, limitOf, teamsInUse, withinPlan } from "./index";

type Usage = Record<string, number | string | null>;

function usageOf(answer: { body: { features: Usage[] } }, feature: string): Usage | undefined {
  return answer.body.features.find((usage) => usage.feature === feature);
}

describe("the list of plans", () => {
  it("is there for anybody, in the order they are shown in", async () => {
    const { body } = await anybody.get("/v1/plans");
    const slugs = body.data.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual(["free", "pay_as_you_go", "starter", "pro", "agency"]);
    expect(body.data[3]).toMatchObject({
      priceMonthly: { amount: 9900, currency: "usd" },
      limits: { seats: 15, strategies: null },
    });
  });

  it("is cut into pages like any other list", async () => {
    const first = await anybody.get("/v1/plans?limit=3");
    const rest = await anybody.get(`/v1/plans?limit=3&cursor=${first.body.nextCursor}`);
    expect([...first.body.data, ...rest.body.data]).toHaveLength(5);
    expect(rest.body.nextCursor).toBeNull();
  });
});

describe("the usage page", () => {
  it("counts what is there and says what the plan includes", async () => {
    const world = await createWorld({ planSlug: "free" });
    await world.member("viewer");
    await world.key(["members:read"]);
    const answer = await world.owner.client.get("/v1/usage");
    expect(answer.body.plan).toEqual({ slug: "free", name: "Free" });
    expect(usageOf(answer, "seats")).toMatchObject({ kind: "counted", limit: 2, used: 2, remaining: 0 });
    expect(usageOf(answer, "api_keys")).toMatchObject({ limit: 2, used: 1, resetsAt: null });
    expect(usageOf(answer, "generations")).toMatchObject({ limit: 20, used: 0, reserved: 0, remaining: 20 });
    expect(usageOf(answer, "generations")?.resetsAt).toMatch(/^\d{4}-\d\d-01T00:00:00.000Z$/);
  });

  it("says null where there is no end", async () => {
    const world = await createWorld({ planSlug: "agency" });
    expect(usageOf(await world.owner.client.get("/v1/usage"), "seats")).toMatchObject({
      limit: null,
      remaining: null,
    });
  });

  it("TEN-06 counts nothing of another organization", async () => {
    const [world, other] = [await createWorld(), await createWorld()];
    await other.member("viewer");
    await other.key(["members:read"]);
    const answer = await world.owner.client.get("/v1/usage");
    expect([usageOf(answer, "seats")?.used, usageOf(answer, "api_keys")?.used]).toEqual([1, 0]);
  });
});

describe("limits and features", () => {
  it("are null without end, nought where the plan does not name them, and follow a seat limit of one's own", async () => {
    const agency = await inside(await createWorld({ planSlug: "agency" }));
    expect(await limitOf(agency, "seats")).toBeNull();
    const free = await inside(await createWorld({ planSlug: "free" }));
    expect(await limitOf(free, "seats")).toBe(2);
    const roomy = { ...free, organization: { ...free.organization, seatLimit: 7 } };
    expect(await limitOf(roomy, "seats")).toBe(7);
    expect(await limitOf(roomy, "teams")).toBe(1);
  });

  it("refuse in words that say how much the plan includes", async () => {
    const ctx = await inside(await createWorld({ planSlug: "free" }));
    await expect(assertWithinPlan(ctx, "businesses", 0)).resolves.toBeUndefined();
    await expect(assertWithinPlan(ctx, "businesses", 1)).rejects.toMatchObject({
      code: "plan_limit",
      message: "Your plan includes 1 businesses; 1 are used.",
    });
    await expect(assertFeature(ctx, "custom_roles")).rejects.toMatchObject({
      status: 402,
      reason: "feature_not_included",
    });
    await expect(assertFeature(await inside(await createWorld()), "custom_roles")).resolves.toBeUndefined();
  });

  it("QUOTA-03 let exactly as many through as fit, however many come at once", async () => {
    const world = await createWorld({ planSlug: "starter" });
    const ctx = await inside(world);
    const addTeam = async () => {
      const now = ctx.now();
      await writeOrganization(ctx, [
        await withinPlan(ctx, "teams", teamsInUse(world.id)),
        ctx.control.insert(teams).values({
          id: ctx.newId("team"),
          organizationId: world.id,
          name: unique(),
          createdAt: now,
          updatedAt: now,
        }),
      ]);
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, addTeam));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    const count = await control().get<{ n: number }>(
      sql`select count(*) as n from teams where organization_id = ${world.id}`,
    );
    expect(count?.n).toBe(3);
  });
});

describe("the operator", () => {
  it("puts an organization on another plan: its limits hold at once, and its own audit log says so", async () => {
    const world = await createWorld({ planSlug: "free" });
    const operator = await createPerson({ platformRole: "super_admin" });
    const path = `/v1/operator/organizations/${world.id}/plan`;
    const answer = await operator.client.put(path, { planSlug: "pro" });
    expect(answer).toMatchObject({ status: 200, body: { slug: "pro" } });
    expect(usageOf(await world.owner.client.get("/v1/usage"), "seats")).toMatchObject({ limit: 15 });
    const rows = await control().all<{ changes: string; actor_id: string }>(
      sql`select changes, actor_id from audit_logs where organization_id = ${world.id} and action = 'organization.plan_changed'`,
    );
    expect(rows.map(({ changes, actor_id }) => [JSON.parse(changes), actor_id])).toEqual([
      [{ before: { planSlug: "free" }, after: { planSlug: "pro" } }, operator.id],
    ]);
  });

  it("BILL-06 names only plans that there are, of organizations that there are", async () => {
    const world = await createWorld();
    const { client } = await createPerson({ platformRole: "super_admin" });
    expect(
      await client.put(`/v1/operator/organizations/${world.id}/plan`, { planSlug: "gold" }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: "/planSlug", code: "unknown_plan" }] } });
    const nowhere = `org_00${"0".repeat(22)}`;
    expect((await client.put(`/v1/operator/organizations/${nowhere}/plan`, { planSlug: "pro" })).status).toBe(
      404,
    );
  });

  it("is nobody else: an owner cannot change the plan by this door", async () => {
    const world = await createWorld({ planSlug: "free" });
    const path = `/v1/operator/organizations/${world.id}/plan`;
    expect((await world.owner.client.put(path, { planSlug: "agency" })).status).toBe(403);
    expect((await world.owner.client.get("/v1/usage")).body.plan.slug).toBe("free");
  });
});
