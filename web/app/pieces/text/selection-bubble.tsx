import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, Italic, Link as LinkIcon } from "lucide-react";
import { useState } from "react";
import { Bubble } from "./bubble";
import { askForLink } from "./link-bubble";
import { useAttention } from "./use-attention";
import { ToolButton } from "./tool-button";
import { OwnWish, SuggestMenu } from "./wish-menu";

type SelectionBubbleProps = {
  editor: Editor;
  onSuggest?: (instruction: string) => void;
  isBusy: boolean;
};

export function SelectionBubble({ editor, onSuggest, isBusy }: SelectionBubbleProps) {
  const [asking, setAsking] = useState(false);
  const isNear = useAttention(editor);
  const selected = useEditorState({
    editor,
    selector: ({ editor }) => {
      const { from, to, empty } = editor.state.selection;
      const isText = editor.state.doc.textBetween(from, to, " ").trim() !== "";
      return {
        from,
        to,
        isText: !empty && isText,
        bold: editor.isActive("bold"),
      };
    },
  });
  const { from, to, isText, bold } = selected;
  if (!isText || isBusy || (!isNear && !asking)) return null;
  const close = () => setAsking(false);
  if (asking && onSuggest)
    return (
      <Bubble editor={editor} from={from} to={to} label="Ask for other words">
        <OwnWish onClose={close} onAsk={(wish) => (close(), onSuggest(wish))} />
      </Bubble>
    );
  const chain = () => editor.chain().focus();
  return (
    <Bubble editor={editor} from={from} to={to} label="The selected words">
      <ToolButton name="Bold" icon={Bold} on={bold} onPress={() => chain().toggleBold().run()} />
      <ToolButton name="Italic" icon={Italic} onPress={() => chain().toggleItalic().run()} />
      <ToolButton name="Link" icon={LinkIcon} onPress={() => askForLink(editor)} />
      {onSuggest && <SuggestMenu onSuggest={onSuggest} onOwn={() => setAsking(true)} />}
    </Bubble>
  );
}
