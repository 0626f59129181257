import { appUrl } from "./runtime.mjs";
import { summaryOf } from "./statistics.mjs";
import { renameOrganization } from "./targets.mjs";

const changes = 200;
const patienceMs = 10_000;

/** One member changes something, another one hears of it: how long after the change was sent. */
export async function measureLive({ url, load, sender, hearer }) {
  const [own, other] = await Promise.all([watch(url, sender), watch(url, hearer)]);
  const samples = [];
  for (let turn = 0; turn < changes; turn++) {
    const heard = [own.next(), other.next()];
    const begun = performance.now();
    const [, , message] = await Promise.all([
      load.ask(renameOrganization(sender, `House of change ${turn}`)),
      ...heard,
    ]);
    samples.push(message.at - begun);
  }
  own.close();
  other.close();
  return summaryOf(samples);
}

/** Listens to an organization's room as its pages do. */
export async function watch(url, { cookie }) {
  const address = new URL("/v1/live", url);
  address.protocol = "ws:";
  const socket = new WebSocket(address, { headers: { cookie, origin: appUrl } });
  const waiting = [];
  const greeted = new Promise((resolve, reject) => {
    socket.addEventListener("error", () => reject(new Error("The room let nobody in.")));
    socket.addEventListener("message", ({ data }) => {
      const at = performance.now();
      const message = JSON.parse(data);
      if (message.type === "hello") return resolve();
      if (message.type !== "event") return;
      if (message.seq % 50 === 0) socket.send(JSON.stringify({ type: "ack", seq: message.seq }));
      waiting.shift()?.({ at, message });
    });
  });
  await greeted;
  return {
    next: () => withPatience(new Promise((resolve) => waiting.push(resolve))),
    close: () => socket.close(),
  };
}

function withPatience(message) {
  let late;
  const tooLate = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error("A message never came.")), patienceMs);
  });
  return Promise.race([message, tooLate]).finally(() => clearTimeout(late));
}
