import { notify } from "~/toasts/notify";
import type { ScoreAnswer } from "./score";

export type Said = { score: number; note: string; expiresAt: string | null } | { follow: true };
export type SentScore = ScoreAnswer | { message: string };

/** Says what a person thinks of a score, or that the rules are right after all; a refusal is told. */
export async function sendScore(address: string, said: Said): Promise<ScoreAnswer | null> {
  const answer = await send(address, said);
  if (answer && "score" in answer) return answer;
  const message = answer?.message ?? "No answer came, so the score is as it was. Try again.";
  notify({ id: `score ${address}`, message, tone: "failed" });
  return null;
}

async function send(address: string, said: Said): Promise<SentScore | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(said),
      signal: AbortSignal.timeout(20_000),
    });
    const isOurs = !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the action of that address answers so
    return isOurs ? ((await response.json()) as SentScore) : null;
  } catch {
    return null;
  }
}
