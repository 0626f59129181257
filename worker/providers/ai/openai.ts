import { OpenAI } from "openai";
import type { AiAnswer, AiRequest } from "../../kernel/ports";
import { withDeadline } from "../deadline";
import type { World } from "../world";
import { failureOf, outputFailure } from "./openai-failures";
import { defaultModel, type OpenAiSettings } from "./openai-settings";
import { estimateTokens } from "./tokens";

type Body = Omit<OpenAI.Chat.ChatCompletionCreateParamsNonStreaming, "stream">;
type Usage = OpenAI.CompletionUsage | null | undefined;
type Written = { text: string; refusal: string; finish: string | null; model: string; usage: Usage };

const defaultBaseUrl = "https://api.openai.com/v1";

/** One call, never repeated from here: the job that asked knows its budget and retries. */
export async function completeWithOpenAi(
  request: AiRequest,
  settings: OpenAiSettings,
  world: World,
): Promise<AiAnswer> {
  const started = world.now();
  const client = openClient(settings, world);
  const body = bodyOf(request, settings);
  const { onText } = request;
  try {
    const written = await withDeadline(
      settings.timeoutMs ?? 120_000,
      async (signal) =>
        onText ? await stream(client, body, onText, signal) : await ask(client, body, signal),
      request.signal,
    );
    assertUsable(written, request);
    return answerOf(written, request, world.now() - started);
  } catch (error) {
    throw failureOf(error, request.signal);
  }
}

/** Everything is given, so that the client reads nothing from the environment. */
function openClient(settings: OpenAiSettings, world: World): OpenAI {
  return new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl ?? defaultBaseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: settings.timeoutMs ?? 120_000,
    logLevel: "off",
    fetch: world.fetch,
    fetchOptions: { redirect: "manual" },
  });
}

function bodyOf(request: AiRequest, settings: OpenAiSettings): Body {
  const isOpenAi = (settings.baseUrl ?? defaultBaseUrl) === defaultBaseUrl;
  return {
    model: settings.model ?? defaultModel,
    messages: request.messages,
    // Servers that only resemble OpenAI often know the older name alone.
    ...(isOpenAi ? { max_completion_tokens: request.maxTokens } : { max_tokens: request.maxTokens }),
    ...(request.schema && {
      response_format: {
        type: "json_schema",
        json_schema: { ...request.schema, strict: isStrict(request.schema.schema) },
      },
    }),
  };
}

/** OpenAI's strict mode wants every object closed and every property required; other schemas are guidance. */
function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== "object" || schema === null) return true;
  if ("properties" in schema && typeof schema.properties === "object" && schema.properties !== null) {
    const required = "required" in schema && Array.isArray(schema.required) ? schema.required : [];
    const isClosed = "additionalProperties" in schema && schema.additionalProperties === false;
    if (!isClosed || !Object.keys(schema.properties).every((name) => required.includes(name))) return false;
  }
  return Object.values(schema).every(isStrict);
}

async function ask(client: OpenAI, body: Body, signal: AbortSignal): Promise<Written> {
  const completion = await client.chat.completions.create({ ...body, stream: false }, { signal });
  const choice = completion.choices?.[0];
  if (!choice?.message) throw outputFailure();
  return {
    text: choice.message.content ?? "",
    refusal: choice.message.refusal ?? "",
    finish: choice.finish_reason ?? "stop",
    model: completion.model ?? body.model,
    usage: completion.usage,
  };
}

async function stream(
  client: OpenAI,
  body: Body,
  onText: (delta: string) => void,
  signal: AbortSignal,
): Promise<Written> {
  const options = { stream: true, stream_options: { include_usage: true } } as const;
  const chunks = await client.chat.completions.create({ ...body, ...options }, { signal });
  const written: Written = { text: "", refusal: "", finish: null, model: body.model, usage: null };
  for await (const chunk of chunks) {
    const choice = chunk.choices?.[0];
    const delta = choice?.delta?.content ?? "";
    written.text += delta;
    written.refusal += choice?.delta?.refusal ?? "";
    written.finish = choice?.finish_reason ?? written.finish;
    written.model = chunk.model ?? written.model;
    written.usage = chunk.usage ?? written.usage;
    if (delta && !signal.aborted) onText(delta);
  }
  return written;
}

function assertUsable(written: Written, request: AiRequest): void {
  if (written.refusal || written.finish === "content_filter") throw outputFailure("declined");
  if (written.finish === null) throw outputFailure("cut_off");
  if (written.text.trim() === "") throw outputFailure();
  if (request.schema && !isJsonObject(written.text)) throw outputFailure();
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function answerOf(written: Written, request: AiRequest, durationMs: number): AiAnswer {
  const prompt = request.messages.map((message) => message.content).join("\n");
  return {
    text: written.text,
    model: written.model,
    provider: "openai",
    promptTokens: written.usage?.prompt_tokens ?? estimateTokens(prompt),
    completionTokens: written.usage?.completion_tokens ?? estimateTokens(written.text),
    durationMs,
    truncated: written.finish === "length",
  };
}
