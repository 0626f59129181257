import { cutAfter, endAfter, json, serve, type Server, silence, stallAfter } from "./wire";

export type OpenAiFault =
  | "rate_limited"
  | "no_credit"
  | "server_error"
  | "slow"
  | "slow_stream"
  | "cut_stream"
  | "ended_stream"
  | "error_in_stream"
  | "bad_json"
  | "not_json"
  | "refusal"
  | "filtered"
  | "empty"
  | "too_long"
  | "bad_request"
  | "context_too_long"
  | "unreachable";

export type ChatBody = {
  model: string;
  messages: { role: string; content: string }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  response_format?: { type: string; json_schema?: { name: string; strict: boolean; schema: unknown } };
  max_tokens?: number;
  max_completion_tokens?: number;
};

export type Reply = string | ((body: ChatBody) => string);

const apiKey = "sk-test-key";
const usage = { prompt_tokens: 21, completion_tokens: 8, total_tokens: 29 };
const eventStream = { headers: { "content-type": "text/event-stream" } };

/** A server that speaks chat completions, whole and streamed. Each request takes the next fault; where there is none it replies. */
export function openAiServer(
  reply: Reply,
  ...faults: (OpenAiFault | null)[]
): Server & { apiKey: string; bodies: ChatBody[] } {
  const bodies: ChatBody[] = [];
  const server = serve((received, request) => {
    if (received.method !== "POST" || received.url.pathname !== "/v1/chat/completions") {
      return failed(404, "not_found");
    }
    if (received.headers.get("authorization") !== `Bearer ${apiKey}`) return failed(401, "invalid_api_key");
    // safe: the tests look at what the provider really sent
    const body = JSON.parse(received.body) as ChatBody;
    bodies.push(body);
    const text = typeof reply === "string" ? reply : reply(body);
    const fault = faults.shift();
    if (fault) return answerFault(fault, text, body, request);
    return body.stream ? streamed(text, body) : json(completion(body.model, { content: text }));
  });
  return { ...server, apiKey, bodies };
}

function answerFault(
  fault: OpenAiFault,
  text: string,
  body: ChatBody,
  request: Request,
): Response | Promise<Response> {
  const half = text.slice(0, Math.ceil(text.length / 2));
  switch (fault) {
    case "rate_limited":
      return failed(429, "rate_limit_exceeded", { "retry-after": "7" });
    case "no_credit":
      return failed(429, "insufficient_quota");
    case "server_error":
      return failed(500, "server_error");
    case "bad_request":
      return failed(400, "invalid_request_error");
    case "context_too_long":
      return failed(400, "context_length_exceeded");
    case "slow":
      return silence(request);
    case "slow_stream":
      return new Response(stallAfter(event(chunk(body.model, { content: half }))), eventStream);
    case "cut_stream":
      return new Response(cutAfter(event(chunk(body.model, { content: half }))), eventStream);
    case "ended_stream":
      return new Response(endAfter(event(chunk(body.model, { content: half }))), eventStream);
    case "error_in_stream":
      return new Response(
        endAfter(event({ error: { message: "Overloaded", code: "server_error" } })),
        eventStream,
      );
    case "bad_json":
      return body.stream
        ? new Response(endAfter('data: {"choices": [{"del\n\n'), eventStream)
        : new Response('{"choices": [{"mess', { headers: { "content-type": "application/json" } });
    case "not_json":
      return new Response("<html>Welcome to the hotel network</html>", {
        headers: { "content-type": "text/html" },
      });
    case "unreachable":
      throw new TypeError("Network connection lost");
    default:
      return odd(fault, half, body);
  }
}

/** Answers that are well formed and still not what was asked for. */
function odd(fault: "refusal" | "filtered" | "empty" | "too_long", half: string, body: ChatBody): Response {
  const message = {
    refusal: { refusal: "I cannot help" },
    filtered: { content: half },
    empty: { content: "" },
    too_long: { content: half },
  };
  const finish = { refusal: "stop", filtered: "content_filter", empty: "stop", too_long: "length" };
  if (!body.stream) return json(completion(body.model, message[fault], finish[fault]));
  return events([chunk(body.model, message[fault]), chunk(body.model, {}, finish[fault])]);
}

function streamed(text: string, body: ChatBody): Response {
  const words = text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];
  const tail = body.stream_options?.include_usage ? [{ ...chunk(body.model, {}), choices: [], usage }] : [];
  const deltas = words.map((content) => chunk(body.model, { content }));
  return events([
    chunk(body.model, { role: "assistant", content: "" }),
    ...deltas,
    chunk(body.model, {}, "stop"),
    ...tail,
  ]);
}

function events(chunks: unknown[]): Response {
  return new Response(endAfter(...chunks.map(event), "data: [DONE]\n\n"), eventStream);
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function chunk(model: string, delta: Record<string, string>, finish: string | null = null) {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return { id: "chatcmpl-test", object: "chat.completion.chunk", created: 1, model, choices };
}

function completion(model: string, message: { content?: string; refusal?: string }, finish = "stop") {
  const whole = { role: "assistant", content: null, refusal: null, ...message };
  const choices = [{ index: 0, message: whole, finish_reason: finish }];
  return { id: "chatcmpl-test", object: "chat.completion", created: 1, model, choices, usage };
}

function failed(status: number, code: string, headers?: Record<string, string>): Response {
  return json({ error: { message: "Words of the service", type: code, code, param: null } }, status, headers);
}
