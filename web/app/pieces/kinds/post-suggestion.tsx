import { type RefObject, useEffect, useState } from "react";
import type { Suggesting } from "../text/rich-text-props";
import { SuggestedWords } from "../text/suggested-words";
import { useEscape } from "../text/use-escape";
import type { SuggestionOfPassage } from "../text/use-suggestion";
import { OwnWish, SuggestMenu } from "../text/wish-menu";
import { type Passage, usePostSuggestion } from "./use-post-suggestion";

type PostSuggestionProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onChange: (text: string) => void;
  suggesting: Suggesting;
};

/** Other words for what is selected in the post, or for all of it; they wait under it until they are taken or left. */
export function PostSuggestion({ field, text, onChange, suggesting }: PostSuggestionProps) {
  const [isAsking, setAsking] = useState(false);
  const passage = useSelection(field, text);
  const suggestion = usePostSuggestion({ field, text, passage, onChange, suggesting });
  useEscape(suggestion.isOpen, suggestion.reject);
  if (text.trim() === "") return null;
  if (suggestion.isOpen) return <Card suggestion={suggestion} />;
  const ask = (wish: string) => (setAsking(false), suggestion.ask(wish));
  return (
    <div className="mt-2">
      {isAsking ? (
        <OwnWish onClose={() => setAsking(false)} onAsk={ask} />
      ) : (
        <SuggestMenu
          onSuggest={ask}
          onOwn={() => setAsking(true)}
          label={isWhole(passage, text) ? "Other words for the post" : "Other words for what is selected"}
        />
      )}
    </div>
  );
}

function Card({ suggestion }: { suggestion: SuggestionOfPassage }) {
  return (
    <div
      role="group"
      aria-label="Suggestion"
      data-ground
      className="animate-rise mt-2 rounded-8 border border-line bg-raised p-4"
    >
      <SuggestedWords suggestion={suggestion} />
    </div>
  );
}

function isWhole({ from, to }: Passage, text: string): boolean {
  return from === 0 && to === text.length;
}

/** What is selected in the field, and all of it where nothing is; it stays while the focus is in the menu. */
function useSelection(field: RefObject<HTMLTextAreaElement | null>, text: string): Passage {
  const [selected, setSelected] = useState<Passage>({ from: 0, to: 0 });
  useEffect(() => {
    const follow = () => {
      const { current } = field;
      if (!current || document.activeElement !== current) return;
      setSelected({ from: current.selectionStart, to: current.selectionEnd });
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [field]);
  const isSomething = text.slice(selected.from, selected.to).trim() !== "";
  return isSomething ? selected : { from: 0, to: text.length };
}
