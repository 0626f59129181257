import { type RefObject, useState } from "react";
import type { Suggesting } from "../text/rich-text-props";
import type { SuggestionOfPassage, SuggestionState } from "../text/use-suggestion";

export type Passage = { from: number; to: number };

type Asked = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  passage: Passage;
  onChange: (text: string) => void;
  suggesting: Suggesting;
};

/** As in an editor: what was asked about is replaced only while it still says the same. */
export function usePostSuggestion({
  field,
  text,
  passage,
  onChange,
  suggesting,
}: Asked): SuggestionOfPassage {
  const [state, setState] = useState<SuggestionState>({ kind: "none" });
  const [asked, setAsked] = useState<Passage>(passage);

  async function ask(instruction: string): Promise<void> {
    const before = text.slice(passage.from, passage.to);
    setAsked(passage);
    setState({ kind: "asking", instruction });
    const answer = await suggesting.ask(before, instruction);
    if (!answer.ok) setState({ kind: "failed", message: answer.message });
    else if (answer.suggestion.text === before.trim()) setState({ kind: "failed", message: theSame });
    else setState({ kind: "offered", suggestion: answer.suggestion, before });
  }

  function accept(): void {
    if (state.kind !== "offered") return;
    const { before, suggestion } = state;
    if (text.slice(asked.from, asked.to) !== before) return setState({ kind: "failed", message: changed });
    onChange(text.slice(0, asked.from) + keepEdges(before, suggestion.text) + text.slice(asked.to));
    suggesting.judge(suggestion.generationId, true);
    close();
  }

  function reject(): void {
    if (state.kind === "offered") suggesting.judge(state.suggestion.generationId, false);
    close();
  }

  function close(): void {
    setState({ kind: "none" });
    field.current?.focus();
  }

  return { state, isOpen: state.kind !== "none", ask: (wish) => void ask(wish), accept, reject };
}

const theSame = "The answer was the same words. Say more exactly what should change.";
const changed = "These words were changed since. Select them and ask again.";

/** A blank that was selected along with the words stays where it was. */
function keepEdges(before: string, words: string): string {
  const [lead = ""] = /^\s*/.exec(before) ?? [];
  const [trail = ""] = /\s*$/.exec(before) ?? [];
  return lead + words.trim() + trail;
}
