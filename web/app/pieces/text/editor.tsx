import { EditorContent, useEditor } from "@tiptap/react";
import { useState } from "react";
import { extensionsFor } from "./extensions";
import { LinkBubble } from "./link-bubble";
import { PictureForm } from "./picture-form";
import type { RichTextProps } from "./rich-text-props";
import { SelectionBubble } from "./selection-bubble";
import { SuggestionCard } from "./suggestion-card";
import { useShownPassage } from "./show-passage";
import { Toolbar } from "./toolbar";
import { useHandOver, usePictureAsked, useRounds } from "./use-text";
import { useSuggestion } from "./use-suggestion";

/** Loaded when it is first needed, and only where a text is written. */
export default function RichTextEditor(props: RichTextProps) {
  const { tree, label, placeholder, mergeTags = false, suggesting } = props;
  const [picturing, setPicturing] = useState(false);
  const editor = useEditor({
    extensions: extensionsFor({ mergeTags, placeholder }),
    content: tree,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: "prose min-h-64",
        "data-piece-text": "",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
      },
    },
  });
  useHandOver(editor, props);
  useRounds(editor, props);
  usePictureAsked(editor, () => setPicturing(true));
  useShownPassage(editor);
  const suggestion = useSuggestion(editor, suggesting);
  return (
    <div className="relative">
      <Toolbar editor={editor} mergeTags={mergeTags} onPicture={() => setPicturing(true)} />
      <EditorContent editor={editor} />
      <SelectionBubble editor={editor} onSuggest={suggesting && suggestion.ask} isBusy={suggestion.isOpen} />
      <LinkBubble editor={editor} />
      <SuggestionCard editor={editor} suggestion={suggestion} />
      <PictureForm editor={editor} open={picturing} onOpenChange={setPicturing} />
    </div>
  );
}
