import { Extension } from "@tiptap/core";
import { ReactRenderer } from "@tiptap/react";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import { findSlashItems, type SlashItem } from "./slash-items";
import { SlashList, type SlashListHandle, type SlashListProps } from "./slash-list";

type Props = SuggestionProps<SlashItem, SlashItem>;

/** “/” at the start of a word offers what can stand here. */
export const SlashMenu = Extension.create<{ mergeTags: boolean }>({
  name: "slashMenu",
  addOptions: () => ({ mergeTags: false }),
  addProseMirrorPlugins() {
    const { mergeTags } = this.options;
    return [
      Suggestion<SlashItem, SlashItem>({
        editor: this.editor,
        char: "/",
        allow: ({ state, range }) => !state.doc.resolve(range.from).parent.type.spec.code,
        items: ({ query }) => findSlashItems(query, mergeTags),
        command: ({ editor, range, props }) => props.run(editor, range),
        render: shownInReact,
      }),
    ];
  },
});

function shownInReact() {
  let list: ReactRenderer<SlashListHandle, SlashListProps> | null = null;
  let takeAway = () => {};
  return {
    onStart(props: Props) {
      list = new ReactRenderer<SlashListHandle, SlashListProps>(SlashList, {
        editor: props.editor,
        props: shown(props),
      });
      list.element.classList.add("z-50");
      takeAway = props.mount(list.element);
    },
    onUpdate: (props: Props) => list?.updateProps(shown(props)),
    onKeyDown: ({ event }: { event: KeyboardEvent }) => list?.ref?.press(event) ?? false,
    onExit() {
      takeAway();
      list?.destroy();
      list = null;
    },
  };
}

function shown({ items, command, editor }: Props) {
  return { items, onChoose: command, field: editor.view.dom };
}
