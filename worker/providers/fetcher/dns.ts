import * as z from "zod";
import { type AddressPolicy, assertPublicHost, isAddress } from "./address";
import { refusal } from "./refusals";

/** Every answer to a name: its addresses of both families, and the aliases on the way there. */
export type Resolve = (host: string, signal: AbortSignal) => Promise<string[]>;

/**
 * A Worker's fetch cannot be pinned to an address, so a name passes only if each of its answers is public. One private
 * answer among public ones refuses it: which of them is dialled is not ours to choose.
 */
export async function assertPublicAnswers(
  host: string,
  policy: AddressPolicy,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<void> {
  const answers = await resolve(host, signal);
  if (!answers.some(isAddress)) throw refusal("dns_no_address");
  for (const answer of answers) assertPublicHost(answer, policy);
}

const endpoint = "https://cloudflare-dns.com/dns-query";
const answered = new Set([0, 3]);
const recordTypes = new Set([1, 5, 28]);
const answerShape = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
});

/** DNS over HTTPS. Either family failing fails both: an answer not seen could be the private one. */
export function resolveOverHttps(fetch: typeof globalThis.fetch): Resolve {
  return async (host, signal) => {
    const families = await Promise.all(["A", "AAAA"].map((type) => ask(fetch, host, type, signal)));
    return families.flat();
  };
}

async function ask(
  fetch: typeof globalThis.fetch,
  host: string,
  type: string,
  signal: AbortSignal,
): Promise<string[]> {
  const query = new URLSearchParams({ name: host, type });
  try {
    const response = await fetch(`${endpoint}?${query}`, {
      headers: { accept: "application/dns-json" },
      redirect: "manual",
      signal,
    });
    if (!response.ok) throw new Error(`The resolver answered with ${response.status}`);
    const { Status, Answer } = answerShape.parse(await response.json());
    if (!answered.has(Status)) throw new Error(`The resolver reported status ${Status}`);
    return Answer.filter((record) => recordTypes.has(record.type)).map((record) => record.data);
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw refusal("dns_failed", cause);
  }
}
