import { useEffect } from "react";
import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";
import { useLatest } from "~/latest";

type BuilderKeys = { undo: () => void; redo: () => void; save: () => void; openTypes: () => void };

/**
 * Mod+Z takes back and Shift+Mod+Z brings again, over the whole form: also while somebody types, because each letter is part
 * of the form's history. `/` opens the kinds of questions.
 */
export function useBuilderKeys(keys: BuilderKeys): void {
  const latest = useLatest(keys);
  const { singleKeys } = useFrame();
  useShortcuts([{ keys: "/", run: () => latest.current.openTypes() }], singleKeys);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const act = actOf(event, latest.current);
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

/** What is typed into the preview, or in a layer over the builder, is no part of the form. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[data-preview], [role=dialog]") !== null;
}
