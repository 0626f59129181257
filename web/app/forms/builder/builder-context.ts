import { createContext, useContext } from "react";
import type { Definition, Field, FieldType } from "../definition";
import type { FormWords } from "./form-words";

/** The key of a question or an ending; nothing where the form as a whole is meant. */
export type Selection = string | null;

/** What every part of the builder shares, so that a row need not be told by its list. */
export type Builder = {
  words: FormWords;
  definition: Definition;
  selected: Selection;
  /** What was just added: its words are next. */
  fresh: Selection;
  editable: boolean;
  /** What is wrong with a question, an ending or the form itself, by its key. */
  faults: ReadonlyMap<string, readonly string[]>;
  canUndo: boolean;
  canRedo: boolean;
  /** Shown in the preview and, where they are open, in the settings. */
  select: (selection: Selection) => void;
  /** The same, and the settings come into view. */
  open: (selection: Selection) => void;
  /** `about` names the field that is typed in, so that undo takes back a thought and not a letter. */
  change: (definition: Definition, about?: string) => void;
  changeWords: (patch: Partial<FormWords>, about?: string) => void;
  changeField: (key: string, patch: Partial<Field>, about?: string) => void;
  add: (type: FieldType, after: Selection) => void;
  undo: () => void;
  redo: () => void;
};

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("useBuilder is for parts of the form builder.");
  return builder;
}
