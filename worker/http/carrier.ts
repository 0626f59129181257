import { cellOf } from "../../db/ids";
import type { Base } from "../kernel/context";
import type { QueueName } from "../kernel/drafts";
import type { Env } from "../kernel/env";
import { messageOfHappening } from "../kernel/happenings";

/** Longest a message may sleep in a queue; later work waits in its row for the sweeper. */
const shortDelayMs = 60_000;
/** What a queue takes at once: so many messages, and 256 kB, of which it wants some for each message itself. */
const mostMessages = 100;
const mostBytes = 240_000;
const bytesBesides = 100;

export function createCarrier(
  env: Env,
  defer: (work: Promise<unknown>) => void,
): Pick<Base, "carry" | "happen"> {
  return {
    carry(queue, messages) {
      const now = Date.now();
      const soon = messages
        .filter(({ runAt }) => runAt - now <= shortDelayMs)
        .map(({ message, runAt }) => ({
          body: message,
          delaySeconds: Math.max(0, Math.ceil((runAt - now) / 1000)),
        }));
      for (const lot of lotsOf(soon)) defer(queueOf(env, queue).sendBatch(lot));
      for (const cell of new Set(messages.map(({ message }) => cellOf(message.jobId)))) {
        const earliest = Math.min(...messages.map(({ runAt }) => runAt));
        defer(wakeSweeper(env, cell, earliest));
      }
    },
    async happen({ type }, happenings) {
      const requests = happenings.map((happening) => ({ body: messageOfHappening(type, happening) }));
      const lots = requests.length === 0 ? [] : lotsOf(requests);
      await Promise.all(lots.map((lot) => env.EVENTS_QUEUE.sendBatch(lot)));
    },
  };
}

function lotsOf<Body>(requests: MessageSendRequest<Body>[]): MessageSendRequest<Body>[][] {
  const lots: MessageSendRequest<Body>[][] = [];
  let [count, bytes] = [mostMessages, 0];
  for (const request of requests) {
    const size = bytesBesides + new TextEncoder().encode(JSON.stringify(request.body)).length;
    if (count === mostMessages || bytes + size > mostBytes) {
      lots.push([]);
      [count, bytes] = [0, 0];
    }
    lots.at(-1)?.push(request);
    [count, bytes] = [count + 1, bytes + size];
  }
  return lots;
}

export function queueOf(env: Env, queue: QueueName): Queue {
  return { generation: env.GENERATION_QUEUE, delivery: env.DELIVERY_QUEUE, events: env.EVENTS_QUEUE }[queue];
}

/** The sweeper of a cell looks again at this time at the latest, and finds what the queue lost. */
export async function wakeSweeper(env: Env, cell: string, at: number): Promise<void> {
  const stub = env.SWEEPER.get(env.SWEEPER.idFromName(cell));
  // safe: the SWEEPER binding is the Sweeper class, which has this method
  await (stub as unknown as { wake(cell: string, at: number): Promise<void> }).wake(cell, at);
}
