import { useEffect, useState } from "react";
import { lackOf, type RuleDraft, type ScoringPreview } from "./rule";

export type Tried = ScoringPreview | { message: string };
export type PreviewState =
  | { state: "none" | "asking" }
  | { state: "failed"; message: string }
  | { state: "told"; preview: ScoringPreview };

const restMs = 500;
const lookAgainMs = 400;

/** Tries a rule on leads while it is edited: the last draft only, once the hand rests. */
export function usePreview(
  address: string,
  ruleId: string | null,
  draft: RuleDraft,
  before: string,
): PreviewState {
  const text = JSON.stringify(draft);
  const [told, tell] = useState<{ text: string; state: PreviewState }>({
    text: "",
    state: { state: "none" },
  });
  const isAsked = text !== before && lackOf(draft) === null;
  useEffect(() => {
    if (!isAsked) return;
    const controller = new AbortController();
    const say = (state: PreviewState) => !controller.signal.aborted && tell({ text, state });
    const timer = setTimeout(
      () => void follow(address, bodyOf(ruleId, text), controller.signal, say),
      restMs,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, ruleId, text, isAsked]);
  if (!isAsked) return { state: "none" };
  return told.text === text ? told.state : { state: "asking" };
}

function bodyOf(ruleId: string | null, text: string) {
  // safe: it is the draft written a line above
  const draft = JSON.parse(text) as RuleDraft;
  if (ruleId === null) return { rule: draft };
  const { kind: _, ...change } = draft;
  return { ruleId, change };
}

async function follow(
  address: string,
  body: object,
  signal: AbortSignal,
  say: (state: PreviewState) => void,
): Promise<void> {
  let tried = await ask(address, { method: "POST", body: JSON.stringify(body), signal });
  while (tried && "id" in tried && !signal.aborted) {
    say({ state: "told", preview: tried });
    if (tried.status !== "running") return;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    tried = await ask(`${address}?preview=${tried.id}`, { signal });
  }
  const message = tried && "message" in tried ? tried.message : "It could not be tried just now.";
  say({ state: "failed", message });
}

async function ask(address: string, init: RequestInit): Promise<Tried | null> {
  try {
    const response = await fetch(address, { ...init, headers: { "content-type": "application/json" } });
    const isOurs = !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the route of that address answers so
    return isOurs ? ((await response.json()) as Tried) : null;
  } catch {
    return null;
  }
}
