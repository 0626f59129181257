import { useEffect } from "react";
import { useLatest } from "~/latest";

type PieceKeys = { save: () => void; approve: (() => void) | null };

/** Mod+S saves now and Mod+Enter approves, wherever in the piece somebody is. */
export function usePieceKeys(keys: PieceKeys): void {
  const latest = useLatest(keys);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      const { save, approve } = latest.current;
      if (event.key.toLowerCase() === "s") save();
      else if (event.key === "Enter" && approve && !isElsewhere(event.target)) approve();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the editor, to which Mod+Enter is a line break.
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [latest]);
}

/** In a form of its own, or in a layer over the words, the key is theirs. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("form, [role=dialog], [role=menu]") !== null;
}
