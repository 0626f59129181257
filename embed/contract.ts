import type { ClosedForm, OpenForm } from "../worker/forms/pure/markup/shown-form";

export type { ClosedForm, Look, OpenForm } from "../worker/forms/pure/markup/shown-form";

/** A refusal of the API itself: an unknown form, or a page that may not show it. */
export type Refusal = { status: number; code: string; detail: string };

export type FormAnswer = OpenForm | ClosedForm | Refusal;

export type Loaded = { runtime: Runtime; answer: FormAnswer };

export type Runtime = {
  mountForm(host: HTMLElement, root: ShadowRoot, answer: FormAnswer, from: string): void;
  openForm(host: HTMLElement, root: ShadowRoot, answer: FormAnswer, from: string): void;
};
