import { notify } from "~/toasts/notify";
import type { Conversation, ConversationAct } from "./conversation";

export type ActAnswer = { conversation: Conversation | null } | { message: string };

/** Does something with a conversation in the background; what went wrong is told. */
export async function actOn(address: string, act: ConversationAct): Promise<ActAnswer | null> {
  const answer = await send(address, act);
  if (answer && "conversation" in answer) return answer;
  const message = answer?.message ?? "No answer came, so nothing has changed. Try again.";
  notify({ id: `conversation ${Date.now()}`, message, tone: "failed" });
  return null;
}

async function send(address: string, act: ConversationAct): Promise<ActAnswer | null> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(act),
      signal: AbortSignal.timeout(20_000),
    });
    const isOurs = !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the action of that address answers so
    return isOurs ? ((await response.json()) as ActAnswer) : null;
  } catch {
    return null;
  }
}
