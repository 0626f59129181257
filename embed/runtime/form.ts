import { fill } from "../../worker/forms/pure/say";
import { walk, type Walk } from "../../worker/forms/pure/walk";
import type { OpenForm } from "../contract";
import { deliver, type Outcome } from "./deliver";
import { type Draft, keepDraft } from "./draft";
import { build, make, tell } from "./dom";
import { fieldOf, focusOn, forgive, showFaults, type Wrong } from "./faults";
import { drawMessage } from "./message";
import { prefill } from "./prefill";
import { type Values, valuesOf } from "./values";

/** A form in the page: draws it, follows what is typed, asks before a page is left, sends. */
export function drawForm(host: HTMLElement, form: OpenForm, from: string): HTMLElement {
  return new FormView(host, form, from).wrapper;
}

class FormView {
  readonly wrapper: HTMLElement;
  #host: HTMLElement;
  #form: OpenForm;
  #from: string;
  #element: HTMLFormElement;
  #note = make("p", { class: "trb-note", part: "note", role: "status" });
  #values: Values;
  #pages: HTMLElement[];
  #submit: HTMLElement | null;
  #submitWords: string;
  /** Names this visitor's answers, however often they are sent. */
  #id = newName();
  #draft: Draft;
  #page = 0;
  #isStarted = false;
  #isSending = false;

  constructor(host: HTMLElement, form: OpenForm, from: string) {
    const { words, language, direction } = form;
    this.#host = host;
    this.#form = form;
    this.#from = from;
    const element = make("form", { "aria-labelledby": "trb-title", part: "body" }, ...form.blocks.map(build));
    element.noValidate = true;
    element.append(this.#note, trap());
    this.#element = element;
    this.wrapper = make(
      "div",
      { class: "trb", part: "form", dir: direction, lang: language, "data-close": words.close },
      element,
    );
    this.#values = valuesOf(form, element);
    this.#pages = [...element.querySelectorAll<HTMLElement>("[data-page]")];
    this.#submit = element.querySelector("[type=submit]");
    this.#submitWords = this.#submit?.textContent ?? "";
    prefill(form.definition, host, element);
    this.#draft = keepDraft(host, form, { from, element, values: this.#values, name: newName() });
    this.#follow();
    this.#listen();
  }

  #listen(): void {
    const element = this.#element;
    element.addEventListener("input", ({ target }) => this.#changed(target));
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#isSending) void this.#goOn();
    });
    element.addEventListener("click", (event) => {
      if (!(event.target instanceof Element)) return;
      if (event.target.closest("[data-back]")) this.#goBack();
      const link = event.target.closest('a[href^="#trb-"]');
      if (!link) return;
      event.preventDefault();
      focusOn(element, link.getAttribute("href")?.slice(5) ?? "");
    });
  }

  #look(): Walk {
    const { definition, language } = this.#form;
    return walk(definition, this.#values.read(), { now: Date.now(), language });
  }

  #changed(target: EventTarget | null): void {
    if (!this.#isStarted) tell(this.#host, "start");
    this.#isStarted = true;
    const walked = this.#follow();
    const field = target instanceof Element ? target.closest<HTMLElement>("[data-key]") : null;
    forgive(this.#element, field?.dataset["key"] ?? "", walked.faults);
  }

  /** Shows what counts and no more; what was typed into something hidden is kept, should it come back. */
  #follow(): Walk {
    const walked = this.#look();
    const shown = new Set(walked.fields.map(({ key }) => key));
    for (const each of this.#element.querySelectorAll<HTMLElement>("[data-key]"))
      each.hidden = !shown.has(each.dataset["key"] ?? "");
    this.#pages.forEach((each, index) => (each.hidden = index !== this.#page));
    const isLast = !walked.pages.some((each) => each > this.#page);
    if (this.#submit) this.#submit.textContent = isLast ? this.#submitWords : this.#form.words.next;
    const back = this.#element.querySelector<HTMLElement>("[data-back]");
    if (back) back.hidden = !walked.pages.some((each) => each < this.#page);
    return walked;
  }

  #goBack(): void {
    const before = this.#look().pages.findLast((each) => each < this.#page);
    if (before !== undefined) this.#turnTo(before);
  }

  async #goOn(): Promise<void> {
    const walked = this.#look();
    const next = walked.pages.find((each) => each > this.#page);
    const here = this.#pages[this.#page];
    const wrong = next === undefined ? walked.faults : walked.faults.filter(({ key }) => fieldOf(here, key));
    if (this.#refuse(wrong)) return;
    if (next !== undefined) return this.#turnTo(next);
    if (!tell(this.#host, "submit", { id: this.#id, answers: walked.answers })) return;
    this.#isSending = true;
    this.#submit?.setAttribute("aria-disabled", "true");
    this.#note.textContent = this.#form.words.sending;
    const delivery = {
      host: this.#host,
      from: this.#from,
      form: this.#form,
      id: this.#id,
      draft: this.#draft,
    };
    this.#finish(await deliver({ ...delivery, values: this.#values, note: this.#note }));
    this.#isSending = false;
    this.#submit?.removeAttribute("aria-disabled");
  }

  #finish(outcome: Outcome): void {
    this.#note.textContent = outcome.kind === "refused" ? outcome.text : "";
    if (outcome.kind === "faults") return void this.#refuse(outcome.faults);
    if (outcome.kind === "refused") return void tell(this.#host, "error", { reason: outcome.reason });
    const { ending } = outcome;
    if (!tell(this.#host, "success", { id: this.#id, ending: ending.key })) return;
    if (ending.redirectUrl) return location.assign(ending.redirectUrl);
    const url = this.#form.definition.endings.find(({ key }) => key === ending.key)?.url;
    const message = drawMessage({ ...ending, url, title: ending.title || this.#form.words.thanks });
    this.wrapper.replaceChildren(message);
    message.querySelector("h2")?.focus();
  }

  #turnTo(index: number): void {
    this.#page = index;
    const { pages } = this.#follow();
    showFaults(this.#form, this.#element, []);
    const place = { page: pages.indexOf(index) + 1, pages: pages.length };
    this.#note.textContent = fill(this.#form.words.page_of, place);
    tell(this.#host, "step", place);
    const shown = this.#pages[index];
    const first =
      shown?.querySelector<HTMLElement>(".trb-step") ?? shown?.querySelector("input,select,textarea");
    if (first instanceof HTMLElement) first.focus();
  }

  /** Goes to the first thing that is wrong. True where something is. */
  #refuse(wrong: Wrong[]): boolean {
    showFaults(this.#form, this.#element, wrong);
    const first = wrong[0];
    if (!first) return false;
    const place = this.#pages.findIndex((page) => fieldOf(page, first.key));
    if (place >= 0) this.#page = place;
    this.#follow();
    focusOn(this.#element, first.key);
    return true;
  }
}

/** Also where a page has no https, and so no `randomUUID`. */
function newName(): string {
  return crypto
    .getRandomValues(new Uint8Array(16))
    .reduce((name, byte) => name + (byte + 256).toString(16).slice(1), "");
}

/** People do not see it and assistive technology is told nothing of it; who fills it in is no person. */
function trap(): HTMLElement {
  const input = make("input", { name: "_website", type: "text", tabindex: "-1", autocomplete: "off" });
  return make("div", { class: "trb-trap", "aria-hidden": "true" }, make("label", {}, "Website ", input));
}
