import type { Tree } from "../../../../worker/pieces/pure/tree";

export type PassageSuggestion = { text: string; body: Tree; generationId: string };
export type SuggestAnswer = { ok: true; suggestion: PassageSuggestion } | { ok: false; message: string };

/** Asks for other words for a passage of the saved text, and tells what came of them. */
export type Suggesting = {
  ask: (selection: string, instruction: string) => Promise<SuggestAnswer>;
  judge: (generationId: string, accepted: boolean) => void;
};

export type RichTextProps = {
  tree: Tree;
  /** Another one means: the tree comes from elsewhere and takes the place of what is here. */
  round: number;
  editable: boolean;
  label: string;
  placeholder: string;
  mergeTags?: boolean;
  onChange: (tree: Tree) => void;
  /** The text is handed over a breath after typing; this asks for it now. */
  collect?: (collector: () => void) => () => void;
  suggesting?: Suggesting;
};
