import type { Editor, Range } from "@tiptap/core";
import { mergeNames } from "../../../../worker/pieces/pure/merge";
import { mergeTagName } from "./merge-words";

export type SlashItem = {
  name: string;
  /** Other words that somebody might look for it by. */
  also: string;
  hint?: string;
  run: (editor: Editor, range: Range) => void;
};

const blocks: SlashItem[] = [
  item("Text", "paragraph plain", "", (chain) => chain.setParagraph()),
  item("Heading 2", "title section h2", "##", (chain) => chain.setHeading({ level: 2 })),
  item("Heading 3", "subtitle h3", "###", (chain) => chain.setHeading({ level: 3 })),
  item("Heading 4", "h4", "####", (chain) => chain.setHeading({ level: 4 })),
  item("Bulleted list", "points ul", "-", (chain) => chain.toggleBulletList()),
  item("Numbered list", "steps ol", "1.", (chain) => chain.toggleOrderedList()),
  item("Quote", "blockquote citation", ">", (chain) => chain.toggleBlockquote()),
  item("Code", "pre", "```", (chain) => chain.toggleCodeBlock()),
  item("Divider", "line rule hr", "---", (chain) => chain.setHorizontalRule()),
  {
    name: "Picture",
    also: "image photo",
    run: (editor, range) => {
      editor.chain().focus().deleteRange(range).run();
      editor.view.dom.dispatchEvent(new CustomEvent("ask-picture", { bubbles: true }));
    },
  },
];

const tags: SlashItem[] = mergeNames.map((name) => ({
  name: mergeTagName(name),
  also: `merge tag ${name}`,
  hint: "tag",
  run: (editor, range) =>
    editor
      .chain()
      .focus()
      .insertContentAt(range, { type: "mergeTag", attrs: { name, fallback: "" } })
      .run(),
}));

export function findSlashItems(query: string, mergeTags: boolean): SlashItem[] {
  const wanted = query.trim().toLowerCase();
  const all = mergeTags ? [...blocks, ...tags] : blocks;
  return all.filter(({ name, also }) => `${name} ${also}`.toLowerCase().includes(wanted));
}

type Chain = ReturnType<Editor["chain"]>;

function item(name: string, also: string, hint: string, act: (chain: Chain) => Chain): SlashItem {
  return {
    name,
    also,
    ...(hint ? { hint } : {}),
    run: (editor, range) => void act(editor.chain().focus().deleteRange(range)).run(),
  };
}
