import type { FormDefinition } from "../worker/forms/pure/form";
import type { Block } from "../worker/forms/pure/markup/block";
import type { Words } from "../worker/forms/pure/say";

/** What `GET /f/:id/definition` answers for a form that takes answers. */
export type OpenForm = {
  id: string;
  version: number;
  language: string;
  direction: "ltr" | "rtl";
  /** In the visitor's language: the rules that the server checks by, too. */
  definition: FormDefinition;
  /** The inside of the form, as the hosted page has it. */
  blocks: Block[];
  words: Words;
  look: Look;
  /** Of the blocks: who writes the markup knows how it looks. */
  styles: string;
  token: string;
  hasChallenge: boolean;
  hostedUrl: string;
};

/** Or why there is none, in words for the visitor. */
export type ClosedForm = {
  closed: { reason: string; title: string; text: string };
  look: Look;
  styles: string;
};

/** A refusal of the API itself: an unknown form, or a page that may not show it. */
export type Refusal = { status: number; code: string; detail: string };

export type FormAnswer = OpenForm | ClosedForm | Refusal;

export type Loaded = { runtime: Runtime; answer: FormAnswer };

export type Runtime = {
  mountForm(host: HTMLElement, root: ShadowRoot, answer: FormAnswer, from: string): void;
  openForm(host: HTMLElement, root: ShadowRoot, answer: FormAnswer, from: string): void;
};

/** Values of `--trb-…`, made from colours and numbers that were checked when the form was saved. */
export type Look = { light: Record<string, string>; dark: Record<string, string> | null };
