import type { FormAnswer } from "./contract";

/**
 * Where this script came from is where forms come from. A module has no current script, and a page's own element of that
 * name hides it, so it is looked for.
 */
export function scriptHost(): string {
  const current: unknown = document.currentScript;
  const script =
    current instanceof HTMLScriptElement
      ? current
      : document.querySelector<HTMLScriptElement>('script[src*="/embed/"]');
  return new URL(script?.src ?? location.href).origin;
}

/** With the page's campaign, which a form may greet its visitors by, and nothing else of its address. */
export function definitionUrl(host: string, id: string, language: string, name = "definition"): string {
  const query = new URLSearchParams(
    [...new URLSearchParams(location.search)].filter(([key]) => key.startsWith("utm_")),
  );
  if (language) query.set("lang", language);
  return `${host}/f/${encodeURIComponent(id)}/${name}?${query}`;
}

export async function readDefinition(host: string, id: string, language: string): Promise<FormAnswer> {
  const answer = await fetch(definitionUrl(host, id, language), { credentials: "omit" });
  // safe: our own answer, of one shape for forms and for refusals
  return (await answer.json()) as FormAnswer;
}
