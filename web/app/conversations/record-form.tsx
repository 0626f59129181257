import { type FormEvent, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input, Textarea } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { channelWords, choicesOf, type Draft } from "./conversation";

type RecordFormProps = {
  /** The thread that it goes on with. */
  threadId: string | null;
  onSave(draft: Draft): Promise<boolean>;
  onClose(): void;
};

/** What was said, pasted or noted down. */
export function RecordForm({ threadId, onSave, onClose }: RecordFormProps) {
  const [draft, setDraft] = useState<Draft>({
    channel: "email",
    direction: "inbound",
    subject: "",
    content: "",
  });
  const [pending, setPending] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (draft.content.trim() === "") return;
    setPending(true);
    if (await onSave({ ...draft, ...(threadId ? { threadId } : {}) })) onClose();
    else setPending(false);
  };
  const isTalk = draft.channel === "phone" || draft.channel === "meeting";
  return (
    <form onSubmit={(event) => void save(event)} className="grid gap-3 border-b border-line pb-5">
      <Kind draft={draft} change={change} />
      <Words draft={draft} isTalk={isTalk} change={change} onEscape={onClose} />
      <p className="text-13 text-muted">
        {isTalk || draft.direction === "inbound"
          ? "It is read for mood, wishes and buying signals once it is saved."
          : "What you wrote yourself is kept and not read."}
      </p>
      <div className="flex gap-2">
        <Button type="submit" look="primary" pending={pending}>
          Save conversation
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type PartProps = { draft: Draft; change(part: Partial<Draft>): void };

function Kind({ draft, change }: PartProps) {
  const [channelId, directionId] = [useId(), useId()];
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field id={channelId} label="By">
        {(control) => (
          <Select
            {...control}
            value={draft.channel}
            // safe: its options are the channels
            onChange={({ target }) => change({ channel: target.value as Draft["channel"] })}
          >
            {choicesOf(channelWords).map(([channel, name]) => (
              <option key={channel} value={channel}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id={directionId} label="From">
        {(control) => (
          <Select
            {...control}
            value={draft.direction}
            // safe: its options are the two directions
            onChange={({ target }) => change({ direction: target.value as Draft["direction"] })}
          >
            <option value="inbound">The lead</option>
            <option value="outbound">Us</option>
          </Select>
        )}
      </Field>
    </div>
  );
}

type WordsProps = PartProps & { isTalk: boolean; onEscape(): void };

function Words({ draft, isTalk, change, onEscape }: WordsProps) {
  const [subjectId, contentId] = [useId(), useId()];
  return (
    <>
      {!isTalk && (
        <Field id={subjectId} label="Subject" optional>
          {(control) => (
            <Input
              {...control}
              value={draft.subject}
              maxLength={500}
              onChange={({ target }) => change({ subject: target.value })}
            />
          )}
        </Field>
      )}
      <Field id={contentId} label={isTalk ? "Notes of the talk" : "What was written"}>
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            required
            autoFocus
            maxLength={20_000}
            value={draft.content}
            onChange={({ target }) => change({ content: target.value })}
            onKeyDown={({ key }) => key === "Escape" && draft.content === "" && onEscape()}
          />
        )}
      </Field>
    </>
  );
}
