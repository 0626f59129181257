import type { OpenForm } from "../contract";
import { tell } from "./dom";
import { fill } from "./prefill";
import { type Values } from "./values";

export type Draft = { name: string; isKept: boolean };

const pauseMs = 2000;
const parameter = "trb_draft";

/**
 * Unfinished answers, kept where the form's owner wants that and the page says that its visitor consented. The address that
 * goes on with them is told to the page by `trb:draft`; opening it fills the form in again.
 */
export function keepDraft(
  host: HTMLElement,
  { id, keepsDrafts }: OpenForm,
  { from, element, values, name }: { from: string; element: HTMLFormElement; values: Values; name: string },
): Draft {
  const here = new URL(location.href);
  const before = here.searchParams.get(parameter);
  const draft: Draft = { name: before ?? name, isKept: false };
  if (!keepsDrafts) return draft;
  const url = `${from}/f/${id}/drafts/${encodeURIComponent(draft.name)}`;
  if (before) void resume(url, element);
  here.searchParams.set(parameter, draft.name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  element.addEventListener("input", ({ target }) => {
    const lastKey =
      target instanceof Element ? target.closest<HTMLElement>("[data-key]")?.dataset["key"] : undefined;
    clearTimeout(timer);
    if (!lastKey || host.getAttribute("consent") !== "granted") return;
    timer = setTimeout(() => {
      if (element.isConnected) void keep({ answers: values.typed(), lastKey });
    }, pauseMs);
  });
  return draft;

  async function keep(unfinished: object): Promise<void> {
    const headers = { "content-type": "application/json" };
    const init = { method: "PUT", credentials: "omit", headers, body: JSON.stringify(unfinished) } as const;
    const answer = await fetch(url, init).catch(() => null);
    if (!answer?.ok) return;
    draft.isKept = true;
    tell(host, "draft", { resume: here.href });
  }
}

async function resume(url: string, element: HTMLFormElement): Promise<void> {
  const answer = await fetch(url, { credentials: "omit" }).catch(() => null);
  if (!answer?.ok) return;
  const { answers } = (await answer.json()) as { answers: Record<string, unknown> }; // safe: our own API's answer
  fill(element, (name) => {
    const [key = "", part = ""] = name.split(".");
    const value = answers[key];
    const given: unknown = part && typeof value === "object" && value ? Reflect.get(value, part) : value;
    return given === undefined ? [] : [given].flat().map(String);
  });
  element.dispatchEvent(new Event("input"));
}
