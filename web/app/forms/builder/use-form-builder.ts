import { useMemo, useState } from "react";
import type { Draft } from "~/pieces/draft/use-draft";
import type { Builder, Selection } from "./builder-context";
import { addField, changeField } from "./edits";
import { begin, type History, redo, step, undo } from "./history";
import { definitionOf, type FormWords, inOrder, withDefinition } from "./form-words";

type Options = {
  draft: Draft<FormWords>;
  editable: boolean;
  faults: Builder["faults"];
  selected: Selection;
  select: (selection: Selection) => void;
  open: (selection: Selection) => void;
};

/** The draft of a form with its undo: each step is saved as what was typed is, so that taking back is saved too. */
export function useFormBuilder({ draft, editable, faults, selected, select, open }: Options): Builder {
  const { view, keeper } = draft;
  const [history, setHistory] = useHistory(view.words, view.round);
  const [fresh, setFresh] = useState<Selection>(null);
  const definition = useMemo(() => definitionOf(history.now), [history.now]);
  function show(next: History<FormWords>): void {
    setHistory(next);
    keeper.edit(next.now);
  }
  function take(words: FormWords, about?: string): void {
    if (editable) show(step(history, inOrder(words), Date.now(), about));
  }
  const change: Builder["change"] = (next, about) => take(withDefinition(history.now, next), about);
  return {
    words: history.now,
    definition,
    selected,
    fresh,
    editable,
    faults,
    canUndo: editable && history.past.length > 0,
    canRedo: editable && history.future.length > 0,
    select,
    open,
    change,
    changeWords: (patch, about) => take({ ...history.now, ...patch }, about),
    changeField: (key, patch, about) =>
      change(changeField(definition, key, patch), about && `${key} ${about}`),
    add: (type, after) => {
      const [next, key] = addField(definition, type, after);
      change(next);
      setFresh(key);
      open(key);
    },
    undo: () => show(undo(history)),
    redo: () => show(redo(history)),
  };
}

/** What came from elsewhere cannot be taken back here: it begins a new history. */
function useHistory(
  words: FormWords,
  round: number,
): [History<FormWords>, (next: History<FormWords>) => void] {
  const [kept, setKept] = useState(() => ({ history: begin(words), round }));
  if (kept.round !== round) setKept({ history: begin(words), round });
  const { history } = kept.round === round ? kept : { history: begin(words) };
  return [history, (next) => setKept({ history: next, round })];
}
