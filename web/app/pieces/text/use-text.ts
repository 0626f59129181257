import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { useLatest } from "~/latest";
import type { TreeNode } from "../../../../worker/pieces/pure/tree";
import { canonicalTree } from "./canonical";
import type { RichTextProps } from "./rich-text-props";

const breathMs = 250;

/** A long text is only read out when somebody pauses, so that no key waits for it. */
export function useHandOver(editor: Editor, props: RichTextProps): void {
  const latest = useLatest(props);
  const { collect } = props;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function handOver(): void {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      // safe: the editor's JSON is made of its nodes
      latest.current.onChange(canonicalTree(editor.getJSON() as Partial<TreeNode>));
    }
    function soon(): void {
      clearTimeout(timer);
      timer = setTimeout(handOver, breathMs);
    }
    editor.on("update", soon);
    editor.on("blur", handOver);
    const leave = collect?.(handOver);
    return () => {
      handOver();
      leave?.();
      editor.off("update", soon);
      editor.off("blur", handOver);
    };
  }, [editor, latest, collect]);
}

/** What comes from elsewhere takes the place of what is here, as a step that can be undone. */
export function useRounds(editor: Editor, { tree, round }: RichTextProps): void {
  const known = useRef(round);
  const latest = useLatest(tree);
  useEffect(() => {
    if (known.current === round) return;
    known.current = round;
    editor.commands.setContent(latest.current, { emitUpdate: false });
  }, [editor, latest, round]);
}

export function usePictureAsked(editor: Editor, onAsk: () => void): void {
  const latest = useLatest(onAsk);
  useEffect(() => {
    const { dom } = editor.view;
    const ask = () => latest.current();
    dom.addEventListener("ask-picture", ask);
    return () => dom.removeEventListener("ask-picture", ask);
  }, [editor, latest]);
}
