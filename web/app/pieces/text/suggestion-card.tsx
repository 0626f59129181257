import type { Editor } from "@tiptap/react";
import { markedPassage } from "./suggested-passage";
import { SuggestedWords } from "./suggested-words";
import { useEscape } from "./use-escape";
import type { SuggestionOfPassage } from "./use-suggestion";

type SuggestionCardProps = { editor: Editor; suggestion: SuggestionOfPassage };

/** Stands under the passage it is about, until it is taken or left. */
export function SuggestionCard({ editor, suggestion }: SuggestionCardProps) {
  useEscape(suggestion.isOpen, suggestion.reject);
  if (!suggestion.isOpen) return null;
  return (
    <div
      role="group"
      aria-label="Suggestion"
      data-ground
      style={{ top: topUnder(editor) }}
      className="animate-rise absolute inset-x-0 z-30 rounded-8 border border-line bg-raised p-4 shadow-lift"
    >
      <SuggestedWords suggestion={suggestion} />
    </div>
  );
}

function topUnder(editor: Editor): number {
  const to = markedPassage(editor.state)?.range.to ?? editor.state.selection.to;
  const box = editor.view.dom.parentElement?.parentElement?.getBoundingClientRect();
  return (
    editor.view.coordsAtPos(Math.min(to, editor.state.doc.content.size), -1).bottom - (box?.top ?? 0) + 6
  );
}
