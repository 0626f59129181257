import { useEffect, useState } from "react";
import type { Plan, PreviewAnswer } from "./import";

const pauseMs = 250;

/** The first rows as the choices of now would make them; what is shown stays until the newer answer has come. */
export function usePreview(address: string, plan: Plan): PreviewAnswer | null {
  const body = JSON.stringify(plan);
  const isAsking = plan.columns.length > 0;
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  useEffect(() => {
    if (!isAsking) return;
    const controller = new AbortController();
    async function ask(): Promise<void> {
      const read = await preview(address, body, controller.signal);
      if (!controller.signal.aborted) setAnswer(read);
    }
    const pause = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(pause);
      controller.abort();
    };
  }, [address, body, isAsking]);
  return answer;
}

async function preview(address: string, body: string, signal: AbortSignal): Promise<PreviewAnswer> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(address, { method: "POST", headers, body, signal });
    const isOurs = !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the action of that address answers so
    return isOurs ? ((await response.json()) as PreviewAnswer) : { message: noAnswer };
  } catch {
    return { message: noAnswer };
  }
}

const noAnswer = "No answer came. Change something to ask again.";
