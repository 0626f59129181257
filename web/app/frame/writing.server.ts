import type { Api } from "~/api.server";
import type { components } from "../../../sdk";

type Stop = components["schemas"]["Writing"]["stop"];

const goodForMs = 5_000;
let known: { stop: Stop; readAt: number } | null = null;

/**
 * Whether all writing is stopped: the same for everybody, so that one look serves all pages of these seconds. Where
 * nobody can say, nothing is claimed.
 */
export async function writingStop(api: Api, now = Date.now()): Promise<Stop> {
  if (known && now - known.readAt < goodForMs) return known.stop;
  const outcome = await api.attempt(api.client.GET("/v1/writing"));
  if (!outcome.ok) return null;
  known = { stop: outcome.data.stop, readAt: now };
  return known.stop;
}

/** Whoever turns the switch sees it at once. */
export function forgetWritingStop(): void {
  known = null;
}
