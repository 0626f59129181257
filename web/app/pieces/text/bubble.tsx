import type { Editor } from "@tiptap/react";
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { useLatest } from "~/latest";

type BubbleProps = {
  editor: Editor;
  from: number;
  to: number;
  label: string;
  /** Whether the focus is in it, or in a menu that it opened. */
  onHold?: (isHeld: boolean) => void;
  children: ReactNode;
};

/** Stands under a passage and moves with the text; inside the editor's own box, so that nothing has to follow a scroll. */
export function Bubble({ editor, from, to, label, onHold, children }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ top: 0, left: 0 });
  useLayoutEffect(() => {
    const box = bubble.current?.offsetParent?.getBoundingClientRect();
    if (!box || !bubble.current) return;
    const size = editor.state.doc.content.size;
    const start = editor.view.coordsAtPos(Math.min(from, size));
    const end = editor.view.coordsAtPos(Math.min(to, size), -1);
    const widest = Math.max(0, box.width - bubble.current.offsetWidth);
    const left = start.top === end.top ? (start.left + end.left) / 2 - bubble.current.offsetWidth / 2 : 0;
    setPlace({
      top: end.bottom - box.top + 6,
      left: Math.min(Math.max(0, start.top === end.top ? left - box.left : left), widest),
    });
  }, [editor, from, to]);
  useHold(bubble, onHold);
  return (
    <div
      ref={bubble}
      role="group"
      aria-label={label}
      data-ground
      style={place}
      className="animate-fade absolute z-30 flex max-w-full items-center gap-0.5 rounded-8 border border-line bg-raised p-1 shadow-lift"
    >
      {children}
    </div>
  );
}

function useHold(bubble: RefObject<HTMLElement>, onHold: BubbleProps["onHold"]): void {
  const latest = useLatest(onHold);
  useEffect(() => {
    function onFocusIn({ target }: FocusEvent): void {
      if (bubble.current) latest.current?.(isWithin(bubble.current, target));
    }
    document.addEventListener("focusin", onFocusIn);
    return () => document.removeEventListener("focusin", onFocusIn);
  }, [bubble, latest]);
}

function isWithin(bubble: Element, target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (bubble.contains(target) || target.closest("[role=menu]") !== null);
}
