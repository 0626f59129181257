import { Agent, request as send } from "node:http";

/** Asks one Worker over kept connections; a wrong answer ends the benchmark, since it would be fast for nothing. */
export function createLoad(url) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return { ask: (question) => ask(agent, url, question), close: () => agent.destroy() };
}

/** So many questions by so many at once: how long each took, and all of them together. */
export async function takeTurn({ load, next }, { count, width }) {
  const samples = [];
  let asked = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (asked++ < count) samples.push((await load.ask(next())).ms);
    }),
  );
  return { samples, seconds: (performance.now() - begun) / 1000 };
}

function ask(agent, url, question) {
  const { method = "GET", path, headers = {}, body, status = 200 } = question;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const options = { agent, method, headers: { ...headers, ...framing(text) } };
    const request = send(new URL(path, url), options);
    request.on("error", (error) => {
      // A quiet connection may be closed at the very moment when it is taken up again.
      const isStale = request.reusedSocket && error.code === "ECONNRESET";
      if (isStale) resolve(ask(agent, url, question));
      else reject(error);
    });
    request.on("response", (response) => {
      let answer = "";
      response.setEncoding("utf8").on("data", (chunk) => (answer += chunk));
      response.on("error", reject);
      response.on("end", () => {
        const ms = performance.now() - begun;
        if (response.statusCode === status) resolve({ ms, answer, headers: response.headers });
        else reject(new Error(`${method} ${path} answered ${response.statusCode}: ${answer.slice(0, 400)}`));
      });
    });
    request.end(text);
  });
}

function framing(text) {
  if (text === undefined) return {};
  return { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
}
