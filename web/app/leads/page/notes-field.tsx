import { useRef } from "react";
import { Textarea } from "~/components/ui/input";

type NotesFieldProps = { notes: string; mayWrite: boolean; onChange(notes: string): void };

/** Kept when one leaves it. */
export function NotesField({ notes, mayWrite, onChange }: NotesFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  if (!mayWrite)
    return <p className="whitespace-pre-wrap">{notes || <span className="text-faint">None</span>}</p>;
  return (
    <Textarea
      key={notes}
      ref={area}
      aria-label="Notes"
      defaultValue={notes}
      maxLength={20_000}
      placeholder="What the next person should know"
      onBlur={({ target }) => target.value !== notes && onChange(target.value)}
    />
  );
}
