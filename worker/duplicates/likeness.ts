/** How alike two words are, from 0 to 1, with a like beginning counting more (Jaro and Winkler). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a > b) return likeness(b, a);
  const shared = sharedLetters(a, b);
  if (shared.length === 0) return 0;
  const swaps = shared.filter((letter, at) => letter !== sharedLetters(b, a)[at]).length / 2;
  const jaro = (shared.length / a.length + shared.length / b.length + 1 - swaps / shared.length) / 3;
  return jaro + Math.min(commonStart(a, b), 4) * 0.1 * (1 - jaro);
}

/** The letters of the first that the second has too, not far from the same place, in the order of the first. */
function sharedLetters(a: string, b: string): string[] {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const left = b.split("");
  return a.split("").filter((letter, at) => {
    const found = left.findIndex((other, place) => other === letter && Math.abs(place - at) <= reach);
    if (found < 0) return false;
    left[found] = "";
    return true;
  });
}

function commonStart(a: string, b: string): number {
  const end = a.split("").findIndex((letter, at) => letter !== b[at]);
  return end < 0 ? a.length : end;
}
