import type { Editor } from "@tiptap/react";
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";

type BubbleProps = {
  editor: Editor;
  from: number;
  to: number;
  label: string;
  children: ReactNode;
};

/** Stands under a passage and moves with the text; inside the editor's own box, so that nothing has to follow a scroll. */
export function Bubble({ editor, from, to, label, children }: BubbleProps) {
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
  return (
    <div
      ref={bubble}
      role="group"
      aria-label={label}
      data-ground
      data-bubble
      style={place}
      className="animate-fade absolute z-30 flex max-w-full items-center gap-0.5 rounded-8 border border-line bg-raised p-1 shadow-lift"
    >
      {children}
    </div>
  );
}
