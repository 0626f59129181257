import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { mergeTagText } from "../../../../worker/pieces/pure/merge";
import type { PassageSuggestion, Suggesting } from "./rich-text-props";
import { markedPassage } from "./suggested-passage";

export type SuggestionState =
  | { kind: "none" }
  | { kind: "asking"; instruction: string }
  | { kind: "offered"; suggestion: PassageSuggestion; before: string }
  | { kind: "failed"; message: string };

export type SuggestionOfPassage = {
  state: SuggestionState;
  isOpen: boolean;
  ask: (instruction: string) => void;
  accept: () => void;
  reject: () => void;
};

/** Other words for the selected passage: they wait beside it until somebody takes or leaves them. */
export function useSuggestion(editor: Editor, suggesting: Suggesting | undefined): SuggestionOfPassage {
  const [state, setState] = useState<SuggestionState>({ kind: "none" });

  function close(): void {
    setState({ kind: "none" });
    editor.commands.markPassage(null);
    editor.commands.focus();
  }

  async function ask(instruction: string): Promise<void> {
    const { from, to } = editor.state.selection;
    const before = passageOf(editor, from, to);
    editor.commands.markPassage({ from, to });
    setState({ kind: "asking", instruction });
    const answer = await suggesting?.ask(before, instruction);
    if (!answer || editor.isDestroyed) return;
    if (!answer.ok) setState({ kind: "failed", message: answer.message });
    else if (answer.suggestion.text === before.trim())
      setState({
        kind: "failed",
        message: "The answer was the same words. Say more exactly what should change.",
      });
    else setState({ kind: "offered", suggestion: answer.suggestion, before });
  }

  function accept(): void {
    if (state.kind !== "offered") return;
    const marked = markedPassage(editor.state);
    if (!marked || marked.isTouched)
      return setState({
        kind: "failed",
        message: "These words were changed since. Select them and ask again.",
      });
    replacePassage(editor, marked.range, state.suggestion);
    suggesting?.judge(state.suggestion.generationId, true);
    close();
  }

  function reject(): void {
    if (state.kind === "offered") suggesting?.judge(state.suggestion.generationId, false);
    close();
  }

  return { state, isOpen: state.kind !== "none", ask: (wish) => void ask(wish), accept, reject };
}

function passageOf(editor: Editor, from: number, to: number): string {
  return editor.state.doc.textBetween(from, to, "\n", ({ type, attrs }) => {
    if (type.name === "hardBreak") return "\n";
    return type.name === "mergeTag" ? mergeTagText(String(attrs["name"]), String(attrs["fallback"])) : "";
  });
}

/** Words within a paragraph stay within it; whole paragraphs are replaced by whole ones. */
function replacePassage(
  editor: Editor,
  range: { from: number; to: number },
  { body }: PassageSuggestion,
): void {
  const { doc } = editor.state;
  const [only, ...others] = body.content ?? [];
  const isWithinOne = doc.resolve(range.from).sameParent(doc.resolve(range.to));
  const content =
    isWithinOne && others.length === 0 && only?.type === "paragraph" ? only.content : body.content;
  editor
    .chain()
    .focus()
    .insertContentAt(range, content ?? [])
    .run();
}
