import { Plus, Trash2 } from "lucide-react";
import { visitorFields } from "../../../../worker/forms/pure/texts";
import { Button } from "~/components/ui/button";
import { Switch } from "~/components/ui/switch";
import { ConditionEditor } from "~/conditions/condition-editor";
import type { AskableField } from "~/conditions/group";
import type { Wording } from "../definition";
import { useBuilder } from "./builder-context";
import { PanelPart, TextRow } from "./rows";
import { SuggestWords } from "./suggest-words";

const names: Record<(typeof visitorFields)[number], string> = {
  utm_source: "utm_source",
  utm_medium: "utm_medium",
  utm_campaign: "utm_campaign",
  utm_content: "utm_content",
  utm_term: "utm_term",
  referrer: "The page they came from",
  language: "Their language",
};
const ways: AskableField[] = visitorFields.map((name) => ({ name, label: names[name], type: "text" }));

/** Other first words for whoever comes a certain way; the first that fits is taken. */
export function WordingsPanel({ address }: { address: string }) {
  const { words, changeWords, editable } = useBuilder();
  const { wordings, aiPersonalizationEnabled } = words;
  const replace = (place: number, next: Wording, about?: string) =>
    changeWords({ wordings: wordings.map((each, at) => (at === place ? next : each)) }, about);
  return (
    <PanelPart
      title="Wordings"
      about="Other first words for whoever comes a certain way, such as from LinkedIn. They are written in advance: no visitor waits for a model, and nothing about a visitor is sent to one."
    >
      <Switch
        label="Use wordings"
        checked={aiPersonalizationEnabled}
        disabled={!editable}
        onChange={({ target }) => changeWords({ aiPersonalizationEnabled: target.checked })}
      />
      {wordings.map((wording, place) => (
        <WordingFields
          key={`${wordings.length} ${wordings.indexOf(wording)}`}
          wording={wording}
          place={place}
          address={address}
          onChange={(next, about) => replace(place, next, about && `wording ${place} ${about}`)}
          onRemove={() => changeWords({ wordings: wordings.filter((each) => each !== wording) })}
        />
      ))}
      {editable && wordings.length < 20 && (
        <Button
          look="quiet"
          size="sm"
          className="justify-self-start"
          onClick={() => changeWords({ wordings: [...wordings, fresh(wordings.length + 1)] })}
        >
          <Plus aria-hidden />
          Add wording
        </Button>
      )}
    </PanelPart>
  );
}

function fresh(number: number): Wording {
  const when = { all: [{ field: "utm_source", operator: "equals" as const, value: "linkedin" }] };
  return { name: `Wording ${number}`, when, texts: {} };
}

type WordingFieldsProps = {
  wording: Wording;
  place: number;
  address: string;
  onChange: (wording: Wording, about?: string) => void;
  onRemove: () => void;
};

function WordingFields({ wording, place, address, onChange, onRemove }: WordingFieldsProps) {
  const { words, editable } = useBuilder();
  const own = { title: words.title, description: words.description, submitLabel: words.submitLabel };
  return (
    <div
      role="group"
      aria-label={`Wording ${place + 1}`}
      className="grid gap-3 rounded-8 border border-line p-3"
    >
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextRow
            label="Name"
            value={wording.name}
            disabled={!editable}
            onChange={(name) => onChange({ ...wording, name }, "name")}
          />
        </div>
        {editable && (
          <Button look="quiet" size="icon" aria-label={`Remove ${wording.name}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        )}
      </div>
      <div>
        <p className="mb-1.5 font-medium">For whom</p>
        <ConditionEditor
          condition={wording.when}
          fields={ways}
          disabled={!editable}
          onChange={(when) => when && onChange({ ...wording, when })}
        />
      </div>
      {editable && (
        <SuggestWords
          address={address}
          onWords={(texts) => onChange({ ...wording, texts: { ...wording.texts, ...texts } })}
        />
      )}
      {textParts.map(({ path, label, rows }) =>
        own[path] ? (
          <TextRow
            key={path}
            label={label}
            optional
            rows={rows}
            value={wording.texts[path] ?? ""}
            placeholder={own[path]}
            disabled={!editable}
            onChange={(text) => onChange({ ...wording, texts: { ...wording.texts, [path]: text } }, path)}
          />
        ) : null,
      )}
    </div>
  );
}

const textParts = [
  { path: "title", label: "Title", rows: undefined },
  { path: "description", label: "Introduction", rows: 2 },
  { path: "submitLabel", label: "Words on the button", rows: undefined },
] as const;
