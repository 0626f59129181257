import type { Words } from "../say";

/** What a question is shown with. */
export type FieldContext = {
  words: Words;
  language: string;
  value: unknown;
  fault: string;
  isSure: boolean;
};
