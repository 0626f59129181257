import { describe, expect, it } from "vitest";
import type { AiRequest } from "../../kernel/ports";
import { codeOf, failureOf } from "../../test/servers/failure";
import { type OpenAiFault, openAiServer, type Reply } from "../../test/servers/openai";
import { json, serve } from "../../test/servers/wire";
import { createAi } from "./index";

const question: AiRequest = {
  task: "blog_post",
  messages: [
    { role: "system", content: "You write plainly." },
    { role: "user", content: "Write about coffee." },
  ],
  maxTokens: 200,
};

const topics = {
  name: "topics",
  schema: {
    type: "object",
    properties: { titles: { type: "array", items: { type: "string" } } },
    required: ["titles"],
    additionalProperties: false,
  },
};

function open(reply: Reply, ...faults: OpenAiFault[]) {
  const server = openAiServer(reply, ...faults);
  let clock = 0;
  const openai = {
    apiKey: server.apiKey,
    baseUrl: "https://ai.example/v1",
    model: "writer-9",
    timeoutMs: 150,
  };
  const ai = createAi({ openai }, { fetch: server.fetch, now: () => (clock += 250) });
  return { server, ai };
}

const essay = "The first is water. Most people use too little of it.";

describe("writing with OpenAI", () => {
  it("brings the text, what it cost and who wrote it", async () => {
    const { ai, server } = open(essay);
    expect(await ai.complete(question)).toEqual({
      text: essay,
      model: "writer-9",
      provider: "openai",
      promptTokens: 21,
      completionTokens: 8,
      durationMs: 250,
      truncated: false,
    });
    expect(server.bodies[0]).toMatchObject({
      model: "writer-9",
      messages: question.messages,
      max_tokens: 200,
    });
    expect(server.received[0]?.url.href).toBe("https://ai.example/v1/chat/completions");
  });

  it("tells each part as it comes, and still the whole and its cost", async () => {
    const { ai } = open(essay);
    const deltas: string[] = [];
    const answer = await ai.complete({ ...question, onText: (delta) => deltas.push(delta) });
    expect(deltas.length).toBeGreaterThan(5);
    expect(deltas.join("")).toBe(essay);
    expect(answer).toMatchObject({ text: essay, promptTokens: 21, completionTokens: 8 });
  });

  it("asks for JSON by schema, strictly where the schema allows it", async () => {
    const { ai, server } = open('{"titles":["Water"]}');
    expect((await ai.complete({ ...question, schema: topics })).text).toBe('{"titles":["Water"]}');
    const loose = { name: "topics", schema: { ...topics.schema, required: [] } };
    await ai.complete({ ...question, schema: loose });
    expect(server.bodies.map((body) => body.response_format?.json_schema)).toEqual([
      { ...topics, strict: true },
      { ...loose, strict: false },
    ]);
  });

  it("uses OpenAI's own address, current limit field and a model of its own choice where nothing is set", async () => {
    const server = openAiServer(essay);
    const ai = createAi({ openai: { apiKey: server.apiKey } }, { fetch: server.fetch, now: () => 0 });
    await ai.complete(question);
    expect(server.received[0]?.url.href).toBe("https://api.openai.com/v1/chat/completions");
    expect(server.bodies[0]).toMatchObject({ max_completion_tokens: 200, model: expect.stringMatching(/./) });
  });

  it("says that a text was cut at the limit, and refuses half an object", async () => {
    expect((await open(essay, "too_long").ai.complete(question)).truncated).toBe(true);
    const half = open('{"titles":["Water"]}', "too_long").ai.complete({ ...question, schema: topics });
    expect(await codeOf(half)).toBe("bad_output");
  });

  it("estimates the cost where the service does not tell", async () => {
    const server = serve(() => json({ choices: [{ message: { content: "Water first." } }] }));
    const openai = { apiKey: "k", baseUrl: "http://localhost:11434/v1", model: "local" };
    const ai = createAi({ openai }, { fetch: server.fetch, now: () => 0 });
    expect(await ai.complete(question)).toMatchObject({
      text: "Water first.",
      model: "local",
      promptTokens: 10,
      completionTokens: 3,
    });
  });
});

const stream = { onText: () => undefined };
const faults: [OpenAiFault, Partial<AiRequest>, string, string, number | undefined][] = [
  ["rate_limited", {}, "retry", "rate_limited", 7],
  ["rate_limited", stream, "retry", "rate_limited", 7],
  ["server_error", {}, "retry", "unavailable", undefined],
  ["server_error", stream, "retry", "unavailable", undefined],
  ["error_in_stream", stream, "retry", "unavailable", undefined],
  ["slow", {}, "retry", "timed_out", undefined],
  ["slow", stream, "retry", "timed_out", undefined],
  ["slow_stream", stream, "retry", "timed_out", undefined],
  ["cut_stream", stream, "retry", "cut_off", undefined],
  ["ended_stream", stream, "retry", "cut_off", undefined],
  ["unreachable", {}, "retry", "unreachable", undefined],
  ["bad_json", {}, "retry", "bad_output", undefined],
  ["bad_json", stream, "retry", "bad_output", undefined],
  ["not_json", {}, "retry", "bad_output", undefined],
  ["not_json", stream, "retry", "cut_off", undefined],
  ["empty", {}, "retry", "bad_output", undefined],
  ["empty", stream, "retry", "bad_output", undefined],
  ["no_credit", {}, "refuse", "quota_reached", undefined],
  ["bad_request", {}, "refuse", "request_refused", undefined],
  ["context_too_long", {}, "refuse", "input_too_long", undefined],
  ["refusal", {}, "refuse", "declined", undefined],
  ["refusal", stream, "refuse", "declined", undefined],
  ["filtered", {}, "refuse", "declined", undefined],
];

describe("COST-04 AI-02 what the service does wrong", () => {
  it.each(faults)("%s, %o, means: %s, %s", async (fault, how, verdict, code, wait) => {
    const { ai, server } = open(essay, fault);
    const failure = await failureOf(ai.complete({ ...question, ...how }));
    expect([failure.verdict, failure.code, failure.retryAfterSeconds]).toEqual([verdict, code, wait]);
    expect(failure.message).not.toContain("Words of the service");
    expect(server.received, "the job retries, not the client").toHaveLength(1);
  });

  it("words instead of JSON are bad output, whole and streamed", async () => {
    for (const how of [{}, stream]) {
      expect(await codeOf(open("Here you go!").ai.complete({ ...question, ...how, schema: topics }))).toBe(
        "bad_output",
      );
      expect(await codeOf(open("[1]").ai.complete({ ...question, ...how, schema: topics }))).toBe(
        "bad_output",
      );
    }
  });

  it("a wrong key and an unknown address are refused", async () => {
    const server = openAiServer(essay);
    const world = { fetch: server.fetch, now: () => 0 };
    const wrongKey = createAi({ openai: { apiKey: "wrong" } }, world);
    expect(await codeOf(wrongKey.complete(question))).toBe("credentials_refused");
    const elsewhere = createAi(
      { openai: { apiKey: server.apiKey, baseUrl: "https://ai.example/v2" } },
      world,
    );
    expect(await codeOf(elsewhere.complete(question))).toBe("model_not_found");
  });

  it("SEC-04 a redirect does not take the key elsewhere", async () => {
    const server = serve(({ url }) =>
      url.host === "evil.example"
        ? json({})
        : new Response(null, { status: 307, headers: { location: "https://evil.example/" } }),
    );
    const ai = createAi({ openai: { apiKey: "k" } }, { fetch: server.fetch, now: () => 0 });
    expect(await codeOf(ai.complete(question))).toBe("request_refused");
    expect(server.received).toHaveLength(1);
  });

  it("COST-02 stops when its caller cancels, before and while writing", async () => {
    const cancelled = AbortSignal.abort();
    const early = await failureOf(open(essay).ai.complete({ ...question, signal: cancelled }));
    expect([early.code, early.verdict]).toEqual(["cancelled", "refuse"]);
    const controller = new AbortController();
    const told: string[] = [];
    const onText = (delta: string) => {
      told.push(delta);
      controller.abort();
    };
    expect(await codeOf(open(essay).ai.complete({ ...question, onText, signal: controller.signal }))).toBe(
      "cancelled",
    );
    expect(told).toHaveLength(1);
  });
});
