import { clsx } from "clsx";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input, Textarea } from "~/components/ui/input";
import { useLocale } from "~/locale";
import type { Colleague } from "~/leads/lead";
import { activityTypes } from "./activity";
import { CallFields, MeetingFields, TaskFields } from "./composer-fields";
import {
  canSend,
  composed,
  type Composed,
  type Composition,
  compositionOf,
  type Draft,
  emptyDraft,
  withoutWords,
} from "./draft";

export type ComposerProps = {
  colleagues: readonly Colleague[];
  /** Who is writing, and whether they may write what was said. */
  myId: string;
  mayContact: boolean;
  draft: Draft;
  onDraft(draft: Draft): void;
  /** Resolves when it is kept; words where it could not be. */
  onSend(composition: Composition): Promise<string | null>;
};

const buttons: Record<Composed, string> = {
  note: "Add note",
  call: "Log call",
  email: "Log email",
  meeting: "Add meeting",
  task: "Add task",
};
const prompts: Record<Composed, string> = {
  note: "Write a note",
  call: "What was said",
  email: "What it said",
  meeting: "What it is about, what came of it",
  task: "Anything to know for it",
};

/** Writes down what was done about a lead, or what is to be done. */
export function Composer(props: ComposerProps) {
  const { colleagues, myId, mayContact, draft, onDraft, onSend } = props;
  const { timeZone } = useLocale();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (change: Partial<Draft>) => onDraft({ ...draft, ...change });
  async function send(): Promise<void> {
    if (pending || !canSend(draft)) return;
    setPending(true);
    const refused = await onSend(compositionOf(draft, Date.now(), timeZone));
    setPending(false);
    setRefusal(refused);
    if (refused === null) onDraft(emptyDraft(draft.type, myId));
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void send();
  }
  const part = { draft, set, colleagues };
  return (
    <form onSubmit={onSubmit} aria-label="Write down" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <Kinds kinds={mayContact ? composed : withoutWords} draft={draft} onChoose={(type) => set({ type })} />
      {draft.type === "task" && <TaskFields {...part} />}
      {(draft.type === "email" || draft.type === "meeting") && (
        <Input
          aria-label="Subject"
          placeholder="Subject"
          value={draft.subject}
          maxLength={200}
          onChange={({ target }) => set({ subject: target.value })}
        />
      )}
      {mayContact && <Words draft={draft} set={set} send={() => void send()} />}
      {draft.type === "call" && <CallFields {...part} />}
      {draft.type === "meeting" && <MeetingFields {...part} />}
      {refusal && (
        <p role="alert" className="text-13 text-danger">
          {refusal}
        </p>
      )}
      <Foot draft={draft} pending={pending} />
    </form>
  );
}

type WordsProps = { draft: Draft; set(change: Partial<Draft>): void; send(): void };

function Words({ draft, set, send }: WordsProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
  }
  return (
    <Textarea
      data-compose
      aria-label={prompts[draft.type]}
      placeholder={prompts[draft.type]}
      rows={2}
      className="min-h-14"
      maxLength={10_000}
      value={draft.text}
      onKeyDown={onKeyDown}
      onChange={({ target }) => set({ text: target.value })}
    />
  );
}

function Foot({ draft, pending }: { draft: Draft; pending: boolean }) {
  return (
    <div className="flex items-center justify-end gap-3">
      {draft.type === "email" && (
        <p className="mr-auto text-12 text-muted">This writes down an email. It sends none.</p>
      )}
      <Button type="submit" size="sm" look="primary" pending={pending} disabled={!canSend(draft)}>
        {buttons[draft.type]}
      </Button>
    </div>
  );
}

type KindsProps = { kinds: readonly Composed[]; draft: Draft; onChoose(type: Composed): void };

function Kinds({ kinds, draft, onChoose }: KindsProps) {
  return (
    <div role="group" aria-label="What it is" className="flex flex-wrap gap-1">
      {kinds.map((type) => {
        const { name, icon: Icon } = activityTypes[type];
        const isChosen = draft.type === type;
        return (
          <button
            key={type}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChoose(type)}
            className={clsx(
              "touch inline-flex h-7 items-center gap-1.5 rounded-8 px-2 text-13",
              isChosen
                ? "bg-stream-soft font-medium text-stream-ink"
                : "text-muted hover:bg-hover hover:text-ink",
            )}
          >
            <Icon aria-hidden className="size-3.5" />
            {name}
          </button>
        );
      })}
    </div>
  );
}
