import { useSyncExternalStore } from "react";

const phone = "(max-width: 639px)";
const coarse = "(pointer: coarse)";

/** How high a row is here: a card on phones, room for a finger on touch, and else as somebody likes it. */
export function useHeights(): { row: number; isPhone: boolean } {
  const kind = useSyncExternalStore(subscribe, read, () => "36");
  return { row: Number.parseInt(kind, 10), isPhone: kind.endsWith("phone") };
}

function read(): string {
  if (window.matchMedia(phone).matches) return "68 phone";
  if (window.matchMedia(coarse).matches) return "44";
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--row"));
  return String(Math.round((rem || 2.25) * 16));
}

function subscribe(onChange: () => void): () => void {
  const queries = [phone, coarse].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", onChange);
  return () => {
    for (const query of queries) query.removeEventListener("change", onChange);
  };
}
