import { Sparkles } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "~/components/ui/menu";
import { useEscape } from "./use-escape";

/** What is asked for most; anything else is said in one's own words. */
const wishes = [
  { name: "Shorter", instruction: "Make it shorter: say the same in about half the words." },
  { name: "Clearer", instruction: "Make it clearer: plain words, short sentences, the point first." },
  { name: "Warmer", instruction: "Make the tone warmer and more personal." },
  { name: "More formal", instruction: "Make the tone more formal." },
  { name: "Livelier", instruction: "Make it livelier, with stronger verbs." },
];

type SuggestMenuProps = {
  onSuggest: (wish: string) => void;
  onOwn: () => void;
  /** What other words are asked for. */
  label?: string;
};

export function SuggestMenu({ onSuggest, onOwn, label = "Other words for this passage" }: SuggestMenuProps) {
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
      <MenuLabel>{label}</MenuLabel>
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

export function OwnWish({ onAsk, onClose }: { onAsk: (wish: string) => void; onClose: () => void }) {
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
