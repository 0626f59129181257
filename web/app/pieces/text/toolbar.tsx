import { type Editor, useEditorState } from "@tiptap/react";
import {
  Bold,
  Code,
  ImageIcon,
  Italic,
  List,
  ListOrdered,
  Redo2,
  Strikethrough,
  TextQuote,
  Underline,
  Undo2,
} from "lucide-react";
import { useRef, type KeyboardEvent } from "react";
import { MergeTagMenu } from "./merge-tag-menu";
import { ToolButton } from "./tool-button";

type ToolbarProps = { editor: Editor; mergeTags: boolean; onPicture: () => void };

/** Tab goes through it, and so do the arrows. */
export function Toolbar({ editor, mergeTags, onPicture }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label="Text"
      aria-orientation="horizontal"
      onKeyDown={(event) => bar.current && walk(bar.current, event)}
      className="sticky top-0 z-20 -mx-1 mb-4 flex h-10 items-center gap-0.5 overflow-x-auto border-b border-line bg-paper px-1 max-md:top-11 pointer-coarse:h-12"
    >
      <BlockSelect editor={editor} />
      <Marks editor={editor} />
      <Blocks editor={editor} />
      <ToolButton name="Picture" icon={ImageIcon} onPress={onPicture} />
      {mergeTags && <MergeTagMenu editor={editor} />}
      <History editor={editor} />
    </div>
  );
}

function walk(bar: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.target instanceof HTMLSelectElement) return;
  const stops = [...bar.querySelectorAll<HTMLElement>("button, select")];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(at + step + stops.length) % stops.length]?.focus();
  event.preventDefault();
}

const levels = [2, 3, 4] as const;

function BlockSelect({ editor }: { editor: Editor }) {
  const level = useEditorState({
    editor,
    selector: ({ editor }) => levels.find((level) => editor.isActive("heading", { level })) ?? 0,
  });
  function choose(value: string): void {
    const wanted = levels.find((one) => String(one) === value);
    const chain = editor.chain().focus();
    if (wanted) chain.setHeading({ level: wanted }).run();
    else chain.setParagraph().run();
  }
  return (
    <select
      aria-label="Kind of paragraph"
      value={level}
      onChange={({ target }) => choose(target.value)}
      className="h-8 rounded-4 bg-transparent px-1.5 text-13 hover:bg-hover pointer-coarse:h-11 pointer-coarse:text-16"
    >
      <option value={0}>Text</option>
      {levels.map((one) => (
        <option key={one} value={one}>
          Heading {one}
        </option>
      ))}
    </select>
  );
}

function Marks({ editor }: { editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      underline: editor.isActive("underline"),
      strike: editor.isActive("strike"),
      code: editor.isActive("code"),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <>
      <Divider />
      <ToolButton name="Bold" icon={Bold} on={on.bold} onPress={() => chain().toggleBold().run()} />
      <ToolButton name="Italic" icon={Italic} on={on.italic} onPress={() => chain().toggleItalic().run()} />
      <ToolButton
        name="Underline"
        icon={Underline}
        on={on.underline}
        onPress={() => chain().toggleUnderline().run()}
      />
      <ToolButton
        name="Strike through"
        icon={Strikethrough}
        on={on.strike}
        onPress={() => chain().toggleStrike().run()}
      />
      <ToolButton name="Code" icon={Code} on={on.code} onPress={() => chain().toggleCode().run()} />
    </>
  );
}

function Blocks({ editor }: { editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bullets: editor.isActive("bulletList"),
      numbers: editor.isActive("orderedList"),
      quote: editor.isActive("blockquote"),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <>
      <Divider />
      <ToolButton
        name="Bulleted list"
        icon={List}
        on={on.bullets}
        onPress={() => chain().toggleBulletList().run()}
      />
      <ToolButton
        name="Numbered list"
        icon={ListOrdered}
        on={on.numbers}
        onPress={() => chain().toggleOrderedList().run()}
      />
      <ToolButton
        name="Quote"
        icon={TextQuote}
        on={on.quote}
        onPress={() => chain().toggleBlockquote().run()}
      />
    </>
  );
}

function History({ editor }: { editor: Editor }) {
  const can = useEditorState({
    editor,
    selector: ({ editor }) => ({ undo: editor.can().undo(), redo: editor.can().redo() }),
  });
  return (
    <span className="ml-auto flex">
      <ToolButton
        name="Undo"
        icon={Undo2}
        off={!can.undo}
        onPress={() => editor.chain().focus().undo().run()}
      />
      <ToolButton
        name="Redo"
        icon={Redo2}
        off={!can.redo}
        onPress={() => editor.chain().focus().redo().run()}
      />
    </span>
  );
}

function Divider() {
  return <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />;
}
