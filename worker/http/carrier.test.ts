import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { defaultCell, type Id, makeId, randomBytesPerId } from "../../db/ids";
import type { JobMessage } from "../kernel/drafts";
import type { Env } from "../kernel/env";
import { createCarrier } from "./carrier";

// safe: the carrier reads the cell of the job, never the organization
const organizationId = "org_carrier" as Id<"organization">;
const encoded = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

function messageWith(requestId: string): { message: JobMessage; runAt: number } {
  const jobId = makeId(
    "job",
    defaultCell,
    Date.now(),
    crypto.getRandomValues(new Uint8Array(randomBytesPerId)),
  );
  return {
    message: { v: 1, type: "test", organizationId, jobId, requestId },
    runAt: Date.now(),
  };
}

/** A queue that only remembers what it was given at once. */
async function carried(messages: { message: JobMessage; runAt: number }[]): Promise<JobMessage[][]> {
  const lots: JobMessage[][] = [];
  const queue = {
    sendBatch: async (requests: Iterable<MessageSendRequest<JobMessage>>) =>
      void lots.push([...requests].map(({ body }) => body)),
  };
  const work: Promise<unknown>[] = [];
  // safe: carry calls nothing but sendBatch on a queue
  const withQueue = { ...env, DELIVERY_QUEUE: queue } as unknown as Env;
  createCarrier(withQueue, (each) => void work.push(each)).carry("delivery", messages);
  await Promise.all(work);
  return lots;
}

describe("the carrier", () => {
  it("gives a queue at most a hundred messages at once, each of them once and in order", async () => {
    const messages = Array.from({ length: 250 }, (_, index) => messageWith(`r${index}`));
    const lots = await carried(messages);
    expect(lots.map((lot) => lot.length)).toEqual([100, 100, 50]);
    expect(lots.flat()).toEqual(messages.map(({ message }) => message));
  });

  it("stays below 256 kB at once, also where a character is three bytes", async () => {
    const lots = await carried(Array.from({ length: 60 }, () => messageWith("€".repeat(10_000))));
    expect(lots.flat()).toHaveLength(60);
    for (const lot of lots) expect(encoded(lot)).toBeLessThan(256_000);
  });

  it("leaves what is due later to the sweeper", async () => {
    const later = { ...messageWith("later"), runAt: Date.now() + 120_000 };
    expect(await carried([later])).toEqual([]);
  });
});
