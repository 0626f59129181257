import { createServer } from "node:http";

/**
 * A model of our own on a local port: it speaks chat completions as a stream, takes its time, and fails as often as it
 * is told to. It notes when each call came, when its first word left and when it was done.
 */
export async function startModel({
  firstWordMs = 50,
  wordMs = 2,
  faultShare = 0,
  random = Math.random,
} = {}) {
  const calls = [];
  const settings = { firstWordMs, wordMs, faultShare };
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      const call = {
        number: null,
        kind: kindOf(text),
        cameAt: Date.now(),
        firstAt: null,
        doneAt: null,
        fault: null,
      };
      calls.push(call);
      if (random() < settings.faultShare) call.fault = faults[Math.floor(random() * faults.length)];
      answer(response, call, settings).catch(() => response.destroy());
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    calls,
    settings,
    address: `http://127.0.0.1:${server.address().port}/v1`,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

const faults = ["429", "500", "cut_stream", "bad_json"];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function answer(response, call, { firstWordMs, wordMs }) {
  await pause(firstWordMs);
  if (call.fault === "429") return refuse(response, 429, "rate_limit_exceeded", { "retry-after": "1" });
  if (call.fault === "500") return refuse(response, 500, "server_error");
  response.writeHead(200, { "content-type": "text/event-stream" });
  call.number = ++spokenSoFar;
  const whole = JSON.stringify(answers[call.kind](call.number));
  const text = call.fault === "bad_json" ? whole.slice(0, whole.length / 2) : whole;
  const words = text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];
  const spoken = call.fault === "cut_stream" ? words.slice(0, words.length / 2) : words;
  for (const content of spoken) {
    call.firstAt ??= Date.now();
    response.write(event({ content }));
    if (wordMs > 0) await pause(wordMs);
  }
  if (call.fault === "cut_stream") return response.destroy();
  response.write(event({}, "stop"));
  response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n`);
  response.end("data: [DONE]\n\n");
  call.doneAt = Date.now();
}

let spokenSoFar = 0;
const usage = { prompt_tokens: 900, completion_tokens: 220, total_tokens: 1120 };

function event(delta, finish = null) {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 1, model: "local", choices })}\n\n`;
}

function refuse(response, status, code, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error: { message: "No", type: code, code, param: null } }));
}

function kindOf(text) {
  return JSON.parse(text).response_format?.json_schema?.name ?? "social_post";
}

const cta = { ctaText: "Order a bag" };
/** Each text begins with its number, by which it is known again wherever it is heard. */
const bodyOf = (n) => `No${n} is about coffee.\n\n${parts}`;
const parts = Array.from(
  { length: 6 },
  (_, part) =>
    `## Part ${part + 1}\n\nFilter the water first, then weigh it.\n\n- Grind late\n- Pour slowly\n`,
).join("\n");

const answers = {
  blog_post: (n) => ({
    title: `Brewing at home, part ${n}`,
    body: bodyOf(n),
    metaTitle: `Brewing ${n}`,
    metaDescription: "How to brew a cup that tastes of the bean.",
    keywords: ["brewing"],
    imageAlt: "A cup",
    ...cta,
  }),
  social_post: (n) => ({
    content: `No${n} is water, beans come second.`,
    hashtags: ["coffee"],
    mediaPrompts: [],
    ...cta,
  }),
  content_upgrade: (n) => ({
    title: `Checklist ${n}`,
    description: "A page to print.",
    body: bodyOf(n),
    ...cta,
  }),
  email_sequence: (n) => ({ title: `Welcome ${n}`, description: `No${n} is for those who are new.`, ...cta }),
  email: (n) => ({ subjectLine: `Mail ${n}`, preheader: "Inside", body: bodyOf(n), ...cta }),
};
