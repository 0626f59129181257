import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, Italic, Link as LinkIcon, Sparkles } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "~/components/ui/menu";
import { Bubble } from "./bubble";
import { askForLink } from "./link-bubble";
import { useAttention } from "./use-attention";
import { ToolButton } from "./tool-button";
import { useEscape } from "./use-escape";

/** What is asked for most; anything else is said in one's own words. */
const wishes = [
  { name: "Shorter", instruction: "Make it shorter: say the same in about half the words." },
  { name: "Clearer", instruction: "Make it clearer: plain words, short sentences, the point first." },
  { name: "Warmer", instruction: "Make the tone warmer and more personal." },
  { name: "More formal", instruction: "Make the tone more formal." },
  { name: "Livelier", instruction: "Make it livelier, with stronger verbs." },
];

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

function SuggestMenu({ onSuggest, onOwn }: { onSuggest: (wish: string) => void; onOwn: () => void }) {
  return (
    <Menu
      align="start"
      label="Other words"
      trigger={
        <Button look="quiet" size="sm" onMouseDown={(event) => event.preventDefault()}>
          <Sparkles aria-hidden />
          Suggest
        </Button>
      }
    >
      <MenuLabel>Other words for this passage</MenuLabel>
      {wishes.map(({ name, instruction }) => (
        <MenuItem key={name} onSelect={() => onSuggest(instruction)}>
          {name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={onOwn}>In your own words…</MenuItem>
    </Menu>
  );
}

function OwnWish({ onAsk, onClose }: { onAsk: (wish: string) => void; onClose: () => void }) {
  const [wish, setWish] = useState("");
  useEscape(true, onClose);
  return (
    <form
      className="flex items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (wish.trim() !== "") onAsk(wish.trim());
      }}
    >
      <Input
        autoFocus
        aria-label="What should change"
        placeholder="Mention the weekend tour"
        maxLength={500}
        value={wish}
        onChange={({ target }) => setWish(target.value)}
        className="w-64! max-w-full"
      />
      <Button type="submit" look="primary" size="sm">
        Suggest
      </Button>
    </form>
  );
}
