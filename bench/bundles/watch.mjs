import { appUrl } from "../runtime.mjs";

/** Listens to a bundle's room as its page does, and notes when the first words of each piece arrive. */
export async function watchTexts(url, { cookie, organizationId }, bundleId) {
  const address = new URL(`/v1/live?organization=${organizationId}&about=${bundleId}`, url);
  address.protocol = "ws:";
  const socket = new WebSocket(address, { headers: { cookie, origin: appUrl } });
  const first = new Map();
  await new Promise((resolve, reject) => {
    socket.addEventListener("error", () => reject(new Error("The room let nobody in.")));
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "hello") return resolve();
      if (message.type !== "event") return;
      if (message.seq % 50 === 0) socket.send(JSON.stringify({ type: "ack", seq: message.seq }));
      if (message.event === "piece.text" && message.data.offset === 0)
        first.set(Number(/^No(\d+)/.exec(message.data.text)?.[1]), Date.now());
    });
  });
  return {
    close: () => socket.close(),
    /** From the first word that the model let go to the first words of its text in the room. */
    delays: (calls) =>
      calls.flatMap(({ number, firstAt }) => (first.has(number) ? [first.get(number) - firstAt] : [])),
  };
}
