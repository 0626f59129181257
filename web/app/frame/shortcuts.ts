import { useEffect } from "react";
import { useLatest } from "~/latest";

export type ShortcutAction = { keys: string; run: () => void };

const sequenceWindow = 1_000;

/**
 * One listener for the whole frame. `mod+k` works everywhere; single letters only where nobody is typing,
 * no layer is open, and the reader has not switched them off.
 */
export function useShortcuts(actions: ShortcutAction[], singleKeys: boolean): void {
  const latest = useLatest({ actions, singleKeys });
  useEffect(() => {
    let first = "";
    let firstAt = 0;
    function onKeyDown(event: KeyboardEvent): void {
      const { actions, singleKeys } = latest.current;
      const pressed = nameOf(event);
      const isSingle = !pressed.startsWith("mod+");
      if (isSingle && (!singleKeys || isTaken(event))) return;
      const sequence = event.timeStamp - firstAt < sequenceWindow ? `${first} ${pressed}` : pressed;
      // After g a letter goes somewhere or does nothing: `g j` is no `j`.
      const action = find(actions, sequence) ?? find(actions, sequence.startsWith("g ") ? "" : pressed);
      first = action ? "" : pressed;
      firstAt = event.timeStamp;
      if (!action) return;
      event.preventDefault();
      action.run();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [latest]);
}

function find(actions: ShortcutAction[], keys: string): ShortcutAction | undefined {
  return actions.find((action) => action.keys === keys);
}

function nameOf(event: KeyboardEvent): string {
  return (event.metaKey || event.ctrlKey) && !event.altKey ? `mod+${event.key.toLowerCase()}` : event.key;
}

/** Somebody types, a layer is open, or the key means something else there. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.altKey || event.defaultPrevented || event.isComposing) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("input, textarea, select, [role=menu], [role=dialog]"))
    return true;
  return document.querySelector("[role=dialog][data-state=open]") !== null;
}
