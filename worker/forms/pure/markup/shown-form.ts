import type { FormDefinition } from "../form";
import type { Words } from "../say";
import type { Block } from "./block";

/** Values of `--trb-…`, made from colours and numbers that were checked when the form was saved. */
export type Look = { light: Record<string, string>; dark: Record<string, string> | null };

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
  /** Of the blocks and of the element's dialogs: who writes the markup knows how it looks. */
  styles: string;
  look: Look;
  words: Words;
  /** Says when the form was shown. */
  token: string;
  hasChallenge: boolean;
  keepsDrafts: boolean;
  hostedUrl: string;
};

/** Or why there is none, in words for the visitor. */
export type ClosedForm = {
  closed: { reason: string; title: string; text: string };
  styles: string;
  look: Look;
};
