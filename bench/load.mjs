import { Agent, request as httpRequest } from "node:http";
import { performance } from "node:perf_hooks";

/** Sends requests over connections that stay open and notes how long each took, in milliseconds. */
export function createLoader(address) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = (spec) => sendOne(agent, address, spec);
  return {
    send,
    close: () => agent.destroy(),
    /** One after the other: what one caller waits. */
    async inSequence(act, from, count) {
      const times = [];
      for (let index = from; index < from + count; index++) {
        const begun = performance.now();
        assertStatus(act, await send(act.request(index)));
        times.push(performance.now() - begun);
      }
      return times;
    },
    /** Many callers at once for a while: what it can carry, by the second. */
    async atOnce(act, from, callers, ms) {
      const begun = performance.now();
      let next = from;
      await Promise.all(
        Array.from({ length: callers }, async () => {
          while (performance.now() - begun < ms) assertStatus(act, await send(act.request(next++)));
        }),
      );
      return { done: next - from, perSecond: ((next - from) * 1000) / (performance.now() - begun) };
    },
  };
}

function sendOne(agent, address, { method = "GET", path, headers = {}, body }) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const given =
    text === undefined
      ? {}
      : { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      new URL(path, address),
      { method, agent, headers: { ...headers, ...given } },
      (answer) => {
        const chunks = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({ status: answer.statusCode, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    outgoing.on("error", (error) => {
      // The server may close a quiet connection just when it is taken up again.
      const isStale = outgoing.reusedSocket && error.code === "ECONNRESET";
      resolve(isStale ? sendOne(agent, address, { method, path, headers, body }) : Promise.reject(error));
    });
    outgoing.end(text);
  });
}

function assertStatus(act, { status, body }) {
  if (status === act.status) return;
  throw new Error(`${act.name} answered ${status} instead of ${act.status}: ${body.slice(0, 400)}`);
}
