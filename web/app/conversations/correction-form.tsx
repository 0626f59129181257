import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import {
  choicesOf,
  type Conversation,
  type Correction,
  entityWords,
  intentWords,
  sentimentWords,
  signalWords,
  urgencyWords,
} from "./conversation";

type CorrectionFormProps = {
  message: Conversation;
  onSave(correction: Correction): Promise<boolean>;
  onClose(): void;
};

type Said = {
  mood: NonNullable<Conversation["sentiment"]>["overall"];
  intent: NonNullable<Conversation["intent"]>["primary"];
  urgency: NonNullable<Conversation["intent"]>["urgency"];
  topics: string;
  signals: Conversation["buyingSignals"][number]["kind"][];
  entities: { type: Conversation["entities"][number]["type"]; text: string; key: string }[];
};

/** A person's word in place of what was found. Only what was changed is kept as such. */
export function CorrectionForm({ message, onSave, onClose }: CorrectionFormProps) {
  const before = saidOf(message);
  const [said, setSaid] = useState(before);
  const [pending, setPending] = useState(false);
  const change = (part: Partial<Said>) => setSaid((known) => ({ ...known, ...part }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const correction = changesOf(before, said, message);
    if (Object.keys(correction).length === 0) return onClose();
    setPending(true);
    if (await onSave(correction)) onClose();
    else setPending(false);
  };
  return (
    <form onSubmit={(event) => void save(event)} className="grid gap-3 border-l-2 border-stream pl-4">
      <div className="grid gap-3 sm:grid-cols-3">
        <Choice label="Mood" value={said.mood} words={sentimentWords} onPick={(mood) => change({ mood })} />
        <Choice
          label="Wants"
          value={said.intent}
          words={intentWords}
          onPick={(intent) => change({ intent })}
        />
        <Choice
          label="Urgency"
          value={said.urgency}
          words={urgencyWords}
          onPick={(urgency) => change({ urgency })}
        />
      </div>
      <Labelled label="Topics, with commas between">
        {(id) => (
          <Input id={id} value={said.topics} onChange={({ target }) => change({ topics: target.value })} />
        )}
      </Labelled>
      <Signals signals={said.signals} onChange={(signals) => change({ signals })} />
      <Entities entities={said.entities} onChange={(entities) => change({ entities })} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="sm" pending={pending}>
          Save correction
        </Button>
        <Button size="sm" look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  words: Record<T, string>;
  onPick(value: T): void;
};

function Choice<T extends string>({ label, value, words, onPick }: ChoiceProps<T>) {
  return (
    <Labelled label={label}>
      {(id) => (
        // safe: its options are the words' own keys
        <Select id={id} value={value} onChange={({ target }) => onPick(target.value as T)}>
          {choicesOf(words).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Labelled>
  );
}

function Labelled({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <Field id={id} label={label}>
      {() => children(id)}
    </Field>
  );
}

function Signals({
  signals,
  onChange,
}: {
  signals: Said["signals"];
  onChange(signals: Said["signals"]): void;
}) {
  return (
    <fieldset>
      <legend className="font-medium">Buying signals</legend>
      <div className="grid sm:grid-cols-2">
        {choicesOf(signalWords).map(([kind, name]) => (
          <Checkbox
            key={kind}
            label={name}
            checked={signals.includes(kind)}
            onChange={({ target }) =>
              onChange(target.checked ? [...signals, kind] : signals.filter((one) => one !== kind))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

type EntitiesProps = { entities: Said["entities"]; onChange(entities: Said["entities"]): void };

function Entities({ entities, onChange }: EntitiesProps) {
  if (entities.length === 0) return null;
  const patch = (index: number, part: Partial<Said["entities"][number]>) =>
    onChange(entities.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset>
      <legend className="font-medium">Named</legend>
      <ul className="mt-1 grid gap-1.5">
        {entities.map(({ type, text, key: own }, index) => (
          <li key={own} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{text}</span>
            <Select
              aria-label={`What “${text}” is`}
              className="w-36"
              value={type}
              // safe: its options are the words' own keys
              onChange={({ target }) => patch(index, { type: target.value as typeof type })}
            >
              {choicesOf(entityWords).map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
            <Button
              size="sm"
              look="quiet"
              aria-label={`Remove “${text}”`}
              onClick={() => onChange(entities.filter((_, at) => at !== index))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function saidOf({ sentiment, intent, topics, buyingSignals, entities }: Conversation): Said {
  return {
    mood: sentiment?.overall ?? "neutral",
    intent: intent?.primary ?? "other",
    urgency: intent?.urgency ?? "low",
    topics: topics.map(({ name }) => name).join(", "),
    signals: buyingSignals.map(({ kind }) => kind),
    entities: entities.map(({ type, text }) => ({ type, text, key: `${type} ${text}` })),
  };
}

function changesOf(before: Said, said: Said, { sentiment }: Conversation): Correction {
  const isChanged = (part: keyof Said) => JSON.stringify(before[part]) !== JSON.stringify(said[part]);
  const topics = said.topics.split(",").flatMap((name) => name.trim() || []);
  return {
    ...(isChanged("mood") ? { sentiment: { overall: said.mood, emotions: sentiment?.emotions ?? [] } } : {}),
    ...(isChanged("intent") || isChanged("urgency")
      ? { intent: { primary: said.intent, urgency: said.urgency } }
      : {}),
    ...(isChanged("topics") ? { topics } : {}),
    ...(isChanged("signals") ? { buyingSignals: said.signals } : {}),
    ...(isChanged("entities") ? { entities: said.entities.map(({ type, text }) => ({ type, text })) } : {}),
  };
}
