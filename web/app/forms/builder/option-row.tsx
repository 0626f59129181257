import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import type { Choice } from "../definition";
import { linesOf } from "./options";

type OptionRowProps = {
  option: Choice;
  place: number;
  editable: boolean;
  isOnly: boolean;
  onChange: (label: string) => void;
  /** New ones after this one. */
  onPaste: (labels: string[]) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

export function OptionRow(props: OptionRowProps) {
  const { option, place, editable, isOnly, onChange, onPaste, onMove, onRemove } = props;
  function paste(event: ClipboardEvent): void {
    const labels = linesOf(event.clipboardData.getData("text"));
    if (labels.length < 2) return;
    event.preventDefault();
    onPaste(labels);
  }
  return (
    <li className="group/option flex items-center gap-0.5">
      <Input
        aria-label={`Option ${place}`}
        value={option.label}
        disabled={!editable}
        onChange={({ target }) => onChange(target.value)}
        onPaste={paste}
        onKeyDown={(event) => onKey(event, props)}
      />
      {editable && (
        <>
          <span className="flex overflow-hidden pointer-fine:w-0 pointer-fine:group-focus-within/option:w-14 pointer-fine:group-hover/option:w-14">
            <Button
              look="quiet"
              size="iconSm"
              aria-label={`Move option ${place} up`}
              onClick={() => onMove(-1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              look="quiet"
              size="iconSm"
              aria-label={`Move option ${place} down`}
              onClick={() => onMove(1)}
            >
              <ArrowDown aria-hidden />
            </Button>
          </span>
          <Button
            look="quiet"
            size="iconSm"
            disabled={isOnly}
            aria-label={`Remove option ${place}`}
            onClick={onRemove}
          >
            <X aria-hidden />
          </Button>
        </>
      )}
    </li>
  );
}

function onKey(event: KeyboardEvent, { option, onPaste, onMove, onRemove }: OptionRowProps): void {
  if (event.nativeEvent.isComposing) return;
  const moves: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };
  const by = moves[event.key];
  if (event.altKey && by) onMove(by);
  else if (event.key === "Enter") onPaste([""]);
  else if (event.key === "Backspace" && option.label === "") onRemove();
  else return;
  event.preventDefault();
}
