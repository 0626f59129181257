import { notify } from "~/toasts/notify";
import type { LeadDetail } from "./lead";

export type ChangeAnswer = { lead: LeadDetail } | { message: string };

/** Sends a change of one lead in the background; what is wrong with it is told, and the caller puts things back. */
export async function changeLead(
  base: string,
  id: string,
  body: Record<string, unknown>,
): Promise<LeadDetail | null> {
  const answer = await send(`${base}/${id}/change`, body);
  if (answer && "lead" in answer) return answer.lead;
  const message = answer?.message ?? "No answer came, so it is as it was before. Try again.";
  notify({ id: `change ${id} ${Date.now()}`, message, tone: "failed" });
  return null;
}

async function send(address: string, body: Record<string, unknown>): Promise<ChangeAnswer | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const isOurs = !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the action of that address answers so
    return isOurs ? ((await response.json()) as ChangeAnswer) : null;
  } catch {
    return null;
  }
}
