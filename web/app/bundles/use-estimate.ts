import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import type { EstimateAnswer } from "./order-estimate";

/** As one types, a moment after the last stroke; steps of a stepper are many strokes. */
const pauseMs = 200;
const asked = new Set([
  "blogPosts",
  "socialPosts",
  "contentUpgrades",
  "emailSequences",
  "emailsPerSequence",
  "platforms",
]);

/** What the order would take, asked anew whenever its numbers change; until the answer the last one stands, marked. */
export function useEstimate(first: EstimateAnswer, action: string) {
  const fetcher = useFetcher<EstimateAnswer>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef("");
  useEffect(() => () => clearTimeout(timer.current), []);
  function listen(event: FormEvent): void {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    const query = form ? queryOf(form) : latest.current;
    if (query === latest.current) return;
    latest.current = query;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => fetcher.load(`${action}?${query}`), pauseMs);
  }
  return { answer: fetcher.data ?? first, isStale: fetcher.state !== "idle", listen };
}

function queryOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (asked.has(name) && typeof value === "string") query.append(name, value);
  return query.toString();
}
