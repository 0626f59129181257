import { useEffect } from "react";
import { useFrame } from "~/frame/frame-data";
import { useLatest } from "~/latest";

type BuilderKeys = { undo: () => void; redo: () => void; save: () => void; openTypes: () => void };

/**
 * Mod+Z takes back and Shift+Mod+Z brings again, over the whole form: also while somebody types, because each letter is part
 * of the form's history. `/` opens the kinds of questions, before the frame opens its palette by it.
 */
export function useBuilderKeys(keys: BuilderKeys): void {
  const { singleKeys } = useFrame();
  const latest = useLatest({ keys, singleKeys });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const { keys, singleKeys } = latest.current;
      const act = actOf(event, keys) ?? (singleKeys && isSlash(event) ? keys.openTypes : null);
      if (!act || isElsewhere(event.target)) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [latest]);
}

function actOf(event: KeyboardEvent, { undo, redo, save }: BuilderKeys): (() => void) | null {
  if (!(event.metaKey || event.ctrlKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? redo : undo;
  if (key === "y") return redo;
  return key === "s" && !event.shiftKey ? save : null;
}

function isSlash({ key, altKey, ctrlKey, metaKey, isComposing, target }: KeyboardEvent): boolean {
  if (key !== "/" || altKey || ctrlKey || metaKey || isComposing) return false;
  const isTyping =
    target instanceof HTMLElement && target.closest("input, textarea, select, [role=menu]") !== null;
  return !isTyping && document.querySelector("[role=dialog][data-state=open]") === null;
}

/** What is typed into the preview, or in a layer over the builder, is no part of the form. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[data-preview], [role=dialog]") !== null;
}
