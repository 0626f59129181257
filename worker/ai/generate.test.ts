import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { aiBudgets, aiCostTracking, aiGenerations } from "../../db/schema/cell/ai";
import { usageLedger } from "../../db/schema/cell/usage";
import type { Context } from "../kernel/context";
import { write } from "../kernel/write";
import { codeOf } from "../test/servers/failure";
import { bodyText, writerContext } from "../test/servers/writer";
import { createWorld, unique } from "../test/world";
import { abandon, generate, type GenerationRequest } from "./index";

const shape = z.strictObject({ title: z.string(), body: z.string() });
const good = JSON.stringify({ title: "Water", body: "The first is water." });

function request(change: Partial<GenerationRequest<z.infer<typeof shape>>> = {}) {
  return {
    task: "blog_post",
    promptVersion: "blog-1",
    use: { feature: "generations", key: `piece:${unique()}` },
    messages: [
      { role: "system", content: "You write plainly." },
      { role: "user", content: "Write about coffee." },
    ],
    schema: { name: "post", zod: shape },
    material: { title: "Coffee" },
    maxTokens: 500,
    ...change,
  } satisfies GenerationRequest<z.infer<typeof shape>>;
}

async function rowsOf(ctx: Context) {
  const of = ctx.organization.id;
  const [generations, days, budgets, uses] = await Promise.all([
    ctx.db.select().from(aiGenerations).where(eq(aiGenerations.organizationId, of)).orderBy(aiGenerations.id),
    ctx.db.select().from(aiCostTracking).where(eq(aiCostTracking.organizationId, of)),
    ctx.db.select().from(aiBudgets).where(eq(aiBudgets.organizationId, of)),
    ctx.db
      .select()
      .from(usageLedger)
      .where(and(eq(usageLedger.organizationId, of))),
  ]);
  return { generations, days, budget: budgets[0], uses };
}

describe("a generation", () => {
  it("is held while it runs, and charged with the batch that keeps its result", async () => {
    const { ctx } = await writerContext(await createWorld(), good);
    const generated = await generate(ctx, request());
    expect(generated.value).toEqual({ title: "Water", body: "The first is water." });
    const before = await rowsOf(ctx);
    expect(before.generations[0]).toMatchObject({ status: "processing", costMicros: 0 });
    expect(before.budget?.dayMicros).toBe(before.generations[0]?.promisedMicros);
    expect(before.uses[0]?.state).toBe("reserved");

    await write(ctx, generated.settle);
    const after = await rowsOf(ctx);
    expect(after.generations[0]).toMatchObject({
      status: "completed",
      model: "gpt-5.4-mini",
      promptTokens: 21,
      completionTokens: 8,
      costMicros: generated.costMicros,
      iterations: 1,
    });
    expect(generated.costMicros).toBe(Math.ceil(21 * 0.75 + 8 * 4.5));
    expect(after.budget).toMatchObject({
      dayMicros: generated.costMicros,
      monthMicros: generated.costMicros,
    });
    expect(after.days).toMatchObject([{ costMicros: generated.costMicros, count: 1, failedCount: 0 }]);
    expect(after.uses[0]?.state).toBe("committed");
  });

  it("QUE-02 is settled once: a second settlement ends its batch, and the same key is charged once", async () => {
    const { ctx } = await writerContext(await createWorld(), good);
    const asked = request();
    const [one, other] = [await generate(ctx, asked), await generate(ctx, asked)];
    await write(ctx, one.settle);
    await expect(write(ctx, one.settle)).rejects.toMatchObject({ reason: "generation_settled" });
    await write(ctx, other.settle);
    const { uses, generations } = await rowsOf(ctx);
    expect(uses).toMatchObject([{ state: "committed", quantity: 1 }]);
    expect(generations).toHaveLength(2);
  });

  it("AI-02 repairs an answer of another shape once, and pays for both calls", async () => {
    const { ctx, server } = await writerContext(await createWorld(), (body) =>
      body.messages.length > 2 ? good : '{"title":"Water"}',
    );
    const generated = await generate(ctx, request());
    await write(ctx, generated.settle);
    expect(bodyText(server.bodies[1])).toContain("body");
    const { generations } = await rowsOf(ctx);
    expect(generations[0]).toMatchObject({ iterations: 2, promptTokens: 42, completionTokens: 16 });
  });

  it("AI-02 QUOTA-01 that fails twice has a reason, and nothing is charged", async () => {
    const { ctx } = await writerContext(await createWorld(), '{"title":1}');
    expect(await codeOf(generate(ctx, request()))).toBe("bad_output");
    const { generations, budget, days, uses } = await rowsOf(ctx);
    expect(generations[0]).toMatchObject({ status: "failed", errorCode: "bad_output", costMicros: 0 });
    expect(budget).toMatchObject({ dayMicros: 0, monthMicros: 0 });
    expect(days).toMatchObject([{ costMicros: 0, failedCount: 1 }]);
    expect(uses[0]?.state).toBe("released");
  });

  it.each(["rate_limited", "server_error", "cut_stream", "bad_json"] as const)(
    "COST-04 met by %s charges nothing, and the next try of the same work is held and charged once",
    async (fault) => {
      const faults = fault === "bad_json" ? [fault, fault] : [fault];
      const { ctx } = await writerContext(await createWorld(), good, ...faults);
      const asked = request({ onText: () => undefined });
      await expect(generate(ctx, asked)).rejects.toThrow();
      expect((await rowsOf(ctx)).budget?.dayMicros).toBe(0);
      const generated = await generate(ctx, asked);
      await write(ctx, generated.settle);
      const { uses } = await rowsOf(ctx);
      expect(uses.map(({ state }) => state).toSorted()).toEqual(["committed", "released"]);
    },
  );

  it("that its caller gives up goes back, once", async () => {
    const { ctx } = await writerContext(await createWorld(), good);
    const { generationId, settle } = await generate(ctx, request());
    await abandon(ctx, generationId, "The piece was archived.");
    await abandon(ctx, generationId, "Again.");
    const { generations, budget, uses } = await rowsOf(ctx);
    expect(generations[0]).toMatchObject({ status: "failed", errorMessage: "The piece was archived." });
    expect(budget?.dayMicros).toBe(0);
    expect(uses[0]?.state).toBe("released");
    await expect(write(ctx, settle)).rejects.toMatchObject({ reason: "generation_settled" });
  });

  it("AI-01 that shows its instructions is refused, and addresses that nobody gave are named", async () => {
    const secret = "The canary of this house is 7731 and nobody outside may ever hear of it.";
    const messages = [
      { role: "system" as const, content: secret },
      { role: "user" as const, content: "See https://northwind.example/a" },
    ];
    const plain = { ...request({ messages }), schema: null };
    const shown = await writerContext(await createWorld(), `Sure! ${secret}`);
    expect(await codeOf(generate(shown.ctx, plain))).toBe("bad_output");
    const { ctx } = await writerContext(
      await createWorld(),
      "See https://www.northwind.example/b and http://evil.example/x.",
    );
    expect((await generate(ctx, plain)).unknownLinks).toEqual(["http://evil.example/x."]);
  });

  it("AI-04 COST-01 is never longer than its kind may be, whatever is asked for", async () => {
    const { ctx, server } = await writerContext(await createWorld(), good);
    await generate(ctx, request({ maxTokens: 900_000 }));
    expect(server.bodies[0]?.max_completion_tokens).toBe(12_000);
  });
});
