import { Trash2 } from "lucide-react";
import { useState } from "react";
import { directionOf } from "../../../../worker/forms/pure/texts";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { controlLook } from "~/components/ui/input";
import { useLocale } from "~/locale";
import { useBuilder } from "./builder-context";
import { commonLanguages, languageName, missingIn, type TextRow, textRows } from "./languages";
import { PanelPart, SelectRow } from "./rows";

type LanguagesPanelProps = { shown: string; onShow: (language: string) => void };

/** The form's own words beside those of another language, with what is still missing. */
export function LanguagesPanel({ shown, onShow }: LanguagesPanelProps) {
  const { words, definition, changeWords, editable } = useBuilder();
  const display = useLocale().language;
  const others = Object.keys(words.translations);
  const current = others.includes(shown) ? shown : (others[0] ?? null);
  return (
    <>
      <PanelPart
        title="Languages"
        about={
          <>
            A visitor gets the language of their browser, or of{" "}
            <code className="font-mono whitespace-nowrap">?lang=</code> in the address.
          </>
        }
      >
        <SelectRow
          label="Written in"
          value={words.language}
          disabled={!editable}
          options={optionsOf(
            [...new Set([words.language, ...commonLanguages])].filter((code) => !others.includes(code)),
            display,
          )}
          onChange={(language) => changeWords({ language })}
        />
        <Others languages={others} current={current} display={display} onShow={onShow} />
        {editable && <AddLanguage display={display} onAdd={onShow} />}
      </PanelPart>
      {current && (
        <PanelPart title={languageName(current, display)}>
          <Texts language={current} rows={textRows(definition)} />
        </PanelPart>
      )}
    </>
  );
}

type OthersProps = {
  languages: string[];
  current: string | null;
  display: string;
  onShow: (language: string) => void;
};

function Others({ languages, current, display, onShow }: OthersProps) {
  const { words, definition, changeWords, editable } = useBuilder();
  function remove(language: string): void {
    const { [language]: _gone, ...rest } = words.translations;
    changeWords({ translations: rest });
    onShow(words.language);
  }
  return (
    <ul className="grid gap-px">
      {languages.map((language) => (
        <li key={language} className="flex items-center gap-1">
          <Button
            look="quiet"
            aria-pressed={language === current}
            className="min-w-0 flex-1 justify-start! aria-pressed:bg-stream-soft aria-pressed:text-stream-ink"
            onClick={() => onShow(language)}
          >
            <span className="truncate">{languageName(language, display)}</span>
            <Missing count={missingIn(definition, language)} />
          </Button>
          {editable && (
            <Button
              look="quiet"
              size="iconSm"
              aria-label={`Remove ${languageName(language, display)}`}
              onClick={() => remove(language)}
            >
              <Trash2 aria-hidden />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Missing({ count }: { count: number }) {
  if (count === 0)
    return (
      <Badge tone="stream" className="ml-auto">
        Complete
      </Badge>
    );
  return (
    <Badge tone="attention" className="ml-auto">
      {count} missing
    </Badge>
  );
}

function AddLanguage({ display, onAdd }: { display: string; onAdd: (language: string) => void }) {
  const { words, changeWords } = useBuilder();
  const known = new Set([words.language, ...Object.keys(words.translations)]);
  const [chosen, setChosen] = useState("");
  const options = optionsOf(
    commonLanguages.filter((code) => !known.has(code)),
    display,
  );
  return (
    <div className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <SelectRow
          label="Another language"
          value={chosen}
          options={[{ value: "", name: "Choose…" }, ...options]}
          onChange={setChosen}
        />
      </div>
      <Button
        aria-disabled={chosen === "" || undefined}
        onClick={() => {
          if (!chosen) return;
          changeWords({ translations: { ...words.translations, [chosen]: {} } });
          onAdd(chosen);
          setChosen("");
        }}
      >
        Add
      </Button>
    </div>
  );
}

function Texts({ language, rows }: { language: string; rows: TextRow[] }) {
  const { words, changeWords, editable } = useBuilder();
  const texts = words.translations[language] ?? {};
  return (
    <dl className="grid gap-3">
      {rows.map(({ path, own, place }) => (
        <div key={path} className="grid gap-1">
          <dt className="text-13">
            <span className="text-12 text-muted">{place}</span>
            <span className="block whitespace-pre-line">{own}</span>
          </dt>
          <dd>
            <textarea
              rows={1}
              lang={language}
              dir={directionOf(language)}
              aria-label={`${own}, ${place}`}
              value={texts[path] ?? ""}
              placeholder="Missing"
              disabled={!editable}
              onChange={({ target }) =>
                changeWords(
                  { translations: { ...words.translations, [language]: { ...texts, [path]: target.value } } },
                  `${language} ${path}`,
                )
              }
              className={`${controlLook} field-sizing-content resize-none px-3 py-1.5 ${texts[path]?.trim() ? "" : "border-attention-mark"}`}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function optionsOf(codes: string[], display: string) {
  return codes
    .map((value) => ({ value, name: languageName(value, display) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, display));
}
