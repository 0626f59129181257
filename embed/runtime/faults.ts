import { faultSummary } from "../../worker/forms/pure/markup/form";
import { sayFault } from "../../worker/forms/pure/say";
import type { Fault } from "../../worker/forms/pure/walk";
import type { OpenForm } from "../contract";
import { build } from "./dom";

/** Found here by the rules, or told by the server in its words. */
export type Wrong = Fault | { key: string; text: string };

/** In words beside each question, and where there are several, linked above them all. */
export function showFaults({ definition, words }: OpenForm, element: HTMLElement, wrong: Wrong[]): void {
  for (const { key } of definition.fields) say(element, key, "");
  for (const each of wrong) say(element, each.key, "text" in each ? each.text : sayFault(each, words));
  const found = wrong.filter((each): each is Fault => "code" in each);
  const summary = build(faultSummary(definition, found, words));
  element.querySelector(".trb-summary")?.replaceChildren(...(found.length > 1 ? summary.childNodes : []));
}

/** What is put right stops being called wrong while it is typed; nothing new is called wrong. */
export function forgive(element: HTMLElement, key: string, faults: Fault[]): void {
  if (element.querySelector(`#trb-${key}-error`)?.textContent && !faults.some((fault) => fault.key === key))
    say(element, key, "");
}

export function focusOn(element: HTMLElement, key: string): void {
  const place = fieldOf(element, key);
  (place?.querySelector<HTMLElement>("input,select,textarea") ?? place)?.focus();
}

export function fieldOf(within: Element | undefined, key: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;
}

function say(element: HTMLElement, key: string, text: string): void {
  const place = element.querySelector(`#trb-${key}-error`);
  if (place) place.textContent = text;
  const control = element.querySelector(`#trb-${key}`);
  if (text) control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
}
