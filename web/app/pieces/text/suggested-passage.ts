import { Extension, type Range } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    suggestedPassage: {
      /** Marks the passage for which other words are on their way; nothing takes the mark off again. */
      markPassage: (range: Range | null) => ReturnType;
    };
  }
}

type Marked = { range: Range; isTouched: boolean } | null;

const key = new PluginKey<Marked>("suggestedPassage");

/** Where the passage is by now, and whether somebody has written in it since. */
export function markedPassage(state: Parameters<typeof key.getState>[0]): Marked {
  return key.getState(state) ?? null;
}

export const SuggestedPassage = Extension.create({
  name: "suggestedPassage",
  addCommands: () => ({
    markPassage:
      (range) =>
      ({ tr, dispatch }) => {
        dispatch?.(tr.setMeta(key, { range }));
        return true;
      },
  }),
  addProseMirrorPlugins: () => [plugin()],
});

function plugin() {
  return new Plugin<Marked>({
    key,
    state: {
      init: () => null,
      apply(transaction, marked) {
        const told = transaction.getMeta(key) as { range: Range | null } | undefined; // safe: only markPassage sets it
        if (told) return told.range && { range: told.range, isTouched: false };
        if (!marked || !transaction.docChanged) return marked;
        const { from, to } = marked.range;
        const range = { from: transaction.mapping.map(from, 1), to: transaction.mapping.map(to, -1) };
        const before = transaction.before.textBetween(from, to, "\n", "￼");
        if (range.from >= range.to) return null;
        const after = transaction.doc.textBetween(range.from, range.to, "\n", "￼");
        return { range, isTouched: marked.isTouched || before !== after };
      },
    },
    props: {
      decorations(state) {
        const marked = key.getState(state);
        if (!marked) return null;
        const { from, to } = marked.range;
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: "suggested-passage" })]);
      },
    },
  });
}
