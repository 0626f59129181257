import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Id } from "../../../db/ids";
import { auditLogs } from "../../../db/schema/cell/spine";
import { contentPieces } from "../../../db/schema/cell/content";
import { integrations } from "../../../db/schema/cell/publishing";
import { order, runDelivery } from "../../test/delivery";
import { inside } from "../../test/inside";
import { outsideOf } from "../../test/servers/outside";
import { type WebhookFault, webhookServer } from "../../test/servers/webhook";
import { openShop, type Shop, writePiece } from "../../test/shop";
import { createWorld, type World } from "../../test/world";
import { publishDue } from "../due";
import { rotateSecret } from "../integrations/connect";
import { tryIntegration } from "../integrations/try-integration";
import { getPublication } from "../queries";

let world: World;
let shop: Shop;

beforeAll(async () => {
  world = await createWorld({ planSlug: "agency" });
  shop = await openShop(world);
});

async function connect(faults: WebhookFault[] = [], more: Record<string, unknown> = {}) {
  const server = webhookServer(...faults);
  const outside = outsideOf({ "hooks.example": server }, 300);
  const url = "https://hooks.example/in";
  const { body } = await world.owner.client.post("/v1/integrations", { provider: "webhook", url, ...more });
  const integrationId = body.id as Id<"integration">; // safe: the route answered it
  const ctx = await inside(world, { ...outside, carry: () => undefined });
  const publish = (pieceId: Id<"piece">) =>
    order(world, outside, pieceId, { channel: "webhook", integrationId, mode: "publish" });
  const run = (at?: number) => runDelivery(world, outside, at);
  return { server, integrationId, secret: String(body.secret), ctx, publish, run, outside };
}

describe("a webhook", () => {
  it("gets the piece signed as Standard Webhooks says, and once", async () => {
    const { server, secret, publish, run, ctx } = await connect();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const pieceId = await writePiece(shop, { kind: "social_post", title: "A post" });
    const { id } = await publish(pieceId);
    await run();
    await run();
    expect(server.deliveries).toHaveLength(1);
    const [delivery] = server.deliveries;
    expect(await server.isGenuine(delivery, secret)).toBe(true);
    const forged = delivery && { ...delivery, body: delivery.body.replace("A post", "A p0st") };
    expect(await server.isGenuine(forged, secret)).toBe(false);
    expect(Math.abs((delivery?.timestamp ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    expect(JSON.parse(delivery?.body ?? "")).toMatchObject({
      type: "piece.published",
      data: { pieceId, publicationId: id },
    });
    expect((await getPublication(ctx, id)).state).toBe("published");
    const [row] = await world.database.select().from(contentPieces).where(eq(contentPieces.id, pieceId));
    expect(row?.status).toBe("published");
  });

  it.each<WebhookFault>(["refused", "server_error", "busy", "slow", "cut_stream", "redirect_private"])(
    "SSRF-04 %s is no success: it is tried again with the same id and another time",
    async (fault) => {
      const { server, secret, publish, run, ctx } = await connect([fault]);
      const { id } = await publish(await writePiece(shop));
      const at = Date.now();
      expect(await run(at)).toMatchObject({ status: "retrying" });
      await run(at + 3_600_000);
      const [first, second] = server.deliveries;
      expect(server.received.map(({ url }) => url.host)).toEqual(["hooks.example", "hooks.example"]);
      expect([second?.id, second?.body]).toEqual([first?.id, first?.body]);
      expect(second?.timestamp).toBeGreaterThan(first?.timestamp ?? 0);
      expect(await server.isGenuine(second, secret)).toBe(true);
      expect((await getPublication(ctx, id)).state).toBe("published");
    },
  );

  it("that fails every time ends as failed, with the reason", async () => {
    const { publish, run, ctx } = await connect(Array.from({ length: 8 }, () => "server_error" as const));
    const { id } = await publish(await writePiece(shop));
    for (let day = 0; day < 8; day++) await run(Date.now() + day * 86_400_000);
    expect(await getPublication(ctx, id)).toMatchObject({ state: "failed", errorCode: "refused" });
  });

  it("that says it is gone is disconnected, and its secret destroyed", async () => {
    const { publish, run, ctx, integrationId } = await connect(["gone"]);
    const { id } = await publish(await writePiece(shop));
    await run();
    expect((await getPublication(ctx, id)).state).toBe("failed");
    const [row] = await world.database.select().from(integrations).where(eq(integrations.id, integrationId));
    expect(row).toMatchObject({ status: "disconnected", sealedCredentials: null });
  });

  it("with a new secret is signed with both for a day", async () => {
    const { server, secret, publish, run, ctx, integrationId } = await connect();
    const { secret: next } = await rotateSecret(ctx, integrationId);
    await publish(await writePiece(shop));
    await run();
    const [delivery] = server.deliveries;
    expect([await server.isGenuine(delivery, secret), await server.isGenuine(delivery, next)]).toEqual([
      true,
      true,
    ]);
    await publish(await writePiece(shop));
    await run(Date.now() + 25 * 3_600_000);
    expect(await server.isGenuine(server.deliveries[1], secret)).toBe(false);
    expect(await server.isGenuine(server.deliveries[1], next)).toBe(true);
  });

  it.each<[string, WebhookFault[]]>([
    ["delivered", []],
    ["refused", ["server_error"]],
    ["moved", ["redirect_private"]],
    ["timed_out", ["slow"]],
  ])("SSRF-08 a test says %s, and not a word of the receiver's", async (code, faults) => {
    const { ctx, integrationId } = await connect(faults);
    const trial = await tryIntegration(ctx, integrationId);
    expect(trial).toMatchObject({ code, ok: code === "delivered" });
    expect(JSON.stringify(trial)).not.toMatch(/secret words|127\.0/);
  });

  it.each([
    "https://127.0.0.1/",
    "https://169.254.169.254/",
    "https://localhost/",
    "https://[::1]/",
    "https://router/",
  ])("SSRF-03 SSRF-06 at %s is never asked", async (url) => {
    const { ctx, integrationId, server } = await connect([], { url });
    const trial = await tryIntegration(ctx, integrationId);
    expect([trial.ok, trial.code, server.received]).toEqual([
      false,
      expect.stringMatching(/^(private|own)_/),
      [],
    ]);
  });

  it("QUE-06 that takes scheduled pieces gets a post at its time, and not one that missed it", async () => {
    const own = await openShop(world);
    const { server, ctx, run } = await connect([], { publishScheduled: true, businessId: own.id });
    const at = Date.now();
    const pieceId = await writePiece(own, { kind: "social_post", status: "scheduled", scheduledFor: at });
    await publishDue(ctx, { pieceId, at });
    await publishDue(ctx, { pieceId, at });
    await run();
    expect(server.deliveries).toHaveLength(1);
    const missed = await writePiece(own, {
      kind: "social_post",
      status: "scheduled",
      scheduledFor: at - 3_600_000,
    });
    await publishDue(ctx, { pieceId: missed, at: at - 3_600_000 });
    await run();
    expect(server.deliveries).toHaveLength(1);
  });
});

describe("SEC-01 credentials", () => {
  it("are in no answer, audit row or table in plain words, and only a webhook's secret is shown, once", async () => {
    const canary = "cana ryca nary cana ryca nary";
    const { client } = world.owner;
    const made = await client.post("/v1/integrations", {
      provider: "wordpress",
      url: "https://blog.example",
      username: "editor",
      password: canary,
    });
    const hook = await client.post("/v1/integrations", {
      provider: "webhook",
      url: "https://hooks.example/in",
    });
    const secret = String(hook.body.secret);
    await client.patch(`/v1/integrations/${made.body.id}`, { password: `${canary}!`, name: "Blog" });
    const said = [
      made,
      await client.get("/v1/integrations"),
      await client.get(`/v1/integrations/${made.body.id}`),
    ];
    const kept = [
      await world.database.select().from(integrations).where(eq(integrations.organizationId, world.id)),
      await world.database
        .select()
        .from(auditLogs)
        .where(and(eq(auditLogs.organizationId, world.id), eq(auditLogs.resourceType, "integration"))),
    ];
    const rest = JSON.stringify([
      ...said.map(({ body }) => body),
      await client.get(`/v1/integrations/${hook.body.id}`),
      kept,
    ]);
    expect([rest.includes(canary), rest.includes(secret), rest.includes(secret.slice(6))]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("never go out over an open line, nor to a business of somebody else", async () => {
    const { client } = world.owner;
    const open = await client.post("/v1/integrations", {
      provider: "webhook",
      url: "http://hooks.example/in",
    });
    expect(open).toMatchObject({ status: 422, body: { errors: [{ code: "not_secure" }] } });
    const other = await openShop(await createWorld());
    const foreign = await client.post("/v1/integrations", {
      provider: "webhook",
      url: "https://hooks.example/in",
      businessId: other.id,
    });
    expect(foreign.status).toBe(404);
  });

  it("end with the connection, which publishes nothing any more", async () => {
    const { integrationId, publish } = await connect();
    expect((await world.owner.client.delete(`/v1/integrations/${integrationId}`)).status).toBe(204);
    await expect(publish(await writePiece(shop))).rejects.toMatchObject({ reason: "disconnected" });
    const [row] = await world.database.select().from(integrations).where(eq(integrations.id, integrationId));
    expect(row?.sealedCredentials).toBeNull();
  });

  it("are nobody's to connect without the right", async () => {
    const marketer = await world.member("marketer");
    const made = await marketer.client.post("/v1/integrations", {
      provider: "webhook",
      url: "https://hooks.example/",
    });
    expect([made.status, (await marketer.client.get("/v1/integrations")).status]).toEqual([403, 200]);
  });
});
