import type { Editor } from "@tiptap/react";
import { useEffect, useState } from "react";

/** Whether the focus is in the text, or in what belongs to it: a bubble under it, or a menu that the bubble opened. */
export function useAttention(editor: Editor): boolean {
  const [isNear, setNear] = useState(editor.isFocused);
  useEffect(() => {
    const { dom } = editor.view;
    function belongs(target: EventTarget | null): boolean {
      if (!(target instanceof HTMLElement)) return false;
      return dom.contains(target) || target.closest("[data-bubble], [role=menu]") !== null;
    }
    const onFocusIn = ({ target }: FocusEvent) => setNear(belongs(target));
    const onFocusOut = ({ relatedTarget }: FocusEvent) => setNear(belongs(relatedTarget));
    document.addEventListener("focusin", onFocusIn);
    document.addEventListener("focusout", onFocusOut);
    return () => {
      document.removeEventListener("focusin", onFocusIn);
      document.removeEventListener("focusout", onFocusOut);
    };
  }, [editor]);
  return isNear;
}
