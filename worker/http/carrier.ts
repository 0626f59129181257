import { cellOf } from "../../db/ids";
import type { Base, QueueName } from "../kernel/context";
import type { Env } from "../kernel/env";

/** Longest a message may sleep in a queue; later work waits in its row for the sweeper. */
const shortDelayMs = 60_000;

export function createCarrier(env: Env, defer: (work: Promise<unknown>) => void): Pick<Base, "carry"> {
  return {
    carry(queue, messages) {
      const now = Date.now();
      const soon = messages.filter(({ runAt }) => runAt - now <= shortDelayMs);
      if (soon.length > 0) {
        defer(
          queueOf(env, queue).sendBatch(
            soon.map(({ message, runAt }) => ({
              body: message,
              delaySeconds: Math.max(0, Math.ceil((runAt - now) / 1000)),
            })),
          ),
        );
      }
      for (const cell of new Set(messages.map(({ message }) => cellOf(message.jobId)))) {
        const earliest = Math.min(...messages.map(({ runAt }) => runAt));
        defer(wakeSweeper(env, cell, earliest));
      }
    },
  };
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
