import type { Editor } from "@tiptap/react";
import { useEffect } from "react";

const shown = "show-passage";

/** Selects a sentence where it is written, whichever field that is. */
export function showPassage(words: string): void {
  const field = document.querySelector("[data-piece-text]");
  if (field instanceof HTMLTextAreaElement) selectIn(field, words);
  else field?.dispatchEvent(new CustomEvent(shown, { detail: words }));
}

function selectIn(field: HTMLTextAreaElement, words: string): void {
  const at = field.value.indexOf(words);
  field.focus();
  if (at >= 0) field.setSelectionRange(at, at + words.length);
}

export function useShownPassage(editor: Editor): void {
  useEffect(() => {
    const { dom } = editor.view;
    function show(event: Event): void {
      if (!(event instanceof CustomEvent) || typeof event.detail !== "string") return;
      const found = findPassage(editor, event.detail);
      if (found) editor.chain().focus().setTextSelection(found).scrollIntoView().run();
    }
    dom.addEventListener(shown, show);
    return () => dom.removeEventListener(shown, show);
  }, [editor]);
}

/** Within one paragraph, as every claim is; each inner node counts for one sign, as its position does. */
function findPassage(editor: Editor, words: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  editor.state.doc.descendants((node, position) => {
    if (found || !node.isTextblock) return !found;
    const text = node.textBetween(0, node.content.size, undefined, " ");
    const at = text.indexOf(words);
    if (at >= 0) found = { from: position + 1 + at, to: position + 1 + at + words.length };
    return false;
  });
  return found;
}
