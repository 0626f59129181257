import { clsx } from "clsx";
import { Monitor, Moon, Smartphone, Sun, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { wordsIn } from "../../../../worker/forms/pure/words";
import { Select } from "~/components/ui/select";
import { useLocale } from "~/locale";
import { FormPreview } from "../preview/form-preview";
import { useBuilder } from "./builder-context";
import { languageName } from "./languages";

type Width = "desktop" | "phone";
type Mode = "light" | "dark";
type PreviewPaneProps = { language: string; onLanguage: (language: string) => void };

/** What visitors will see, as wide as their screens are, and working. */
export function PreviewPane({ language, onLanguage }: PreviewPaneProps) {
  const { definition, words, selected, select } = useBuilder();
  const [width, setWidth] = useState<Width>("desktop");
  const [mode, setMode] = useState<Mode>("light");
  const { appearance } = words.theme;
  const shown = appearance === "auto" ? mode : appearance;
  return (
    <section aria-label="Preview" className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <div className="max-sm:hidden">
          <Toggle label="Width" value={width} onChange={setWidth} options={widths} />
        </div>
        {appearance === "auto" && (
          <Toggle label="Light or dark" value={mode} onChange={setMode} options={modes} />
        )}
        <LanguageChoice language={language} onLanguage={onLanguage} />
      </div>
      <div
        className={clsx(
          "@container overflow-hidden rounded-8 border border-line",
          width === "phone" && "mx-auto max-w-[375px]",
        )}
      >
        <FormPreview
          definition={definition}
          language={language}
          words={wordsIn(language)}
          mode={shown}
          selected={selected}
          onSelect={select}
        />
      </div>
      <p className="mt-2 text-13 text-muted">Fill it in: everything works here, and nothing is sent.</p>
    </section>
  );
}

type ToggleOption<T> = { value: T; name: string; icon: LucideIcon };

const widths: ToggleOption<Width>[] = [
  { value: "desktop", name: "Desktop", icon: Monitor },
  { value: "phone", name: "Phone", icon: Smartphone },
];
const modes: ToggleOption<Mode>[] = [
  { value: "light", name: "Light", icon: Sun },
  { value: "dark", name: "Dark", icon: Moon },
];

type ToggleProps<T> = { label: string; value: T; onChange: (value: T) => void; options: ToggleOption<T>[] };

function Toggle<T extends string>({ label, value, onChange, options }: ToggleProps<T>) {
  return (
    <div role="group" aria-label={label} className="flex rounded-8 border border-line p-0.5">
      {options.map(({ value: each, name, icon: Icon }) => (
        <button
          key={each}
          type="button"
          aria-pressed={value === each}
          onClick={() => onChange(each)}
          className="touch inline-flex h-7 items-center gap-1.5 rounded-4 px-2 text-13 text-muted aria-pressed:bg-hover aria-pressed:text-ink"
        >
          <Icon aria-hidden className="size-4" />
          {name}
        </button>
      ))}
    </div>
  );
}

function LanguageChoice({ language, onLanguage }: PreviewPaneProps) {
  const { words } = useBuilder();
  const display = useLocale().language;
  const languages = [words.language, ...Object.keys(words.translations)];
  if (languages.length < 2) return null;
  return (
    <Select
      aria-label="Language"
      value={language}
      onChange={({ target }) => onLanguage(target.value)}
      className="ml-auto w-40"
    >
      {languages.map((code) => (
        <option key={code} value={code}>
          {languageName(code, display)}
        </option>
      ))}
    </Select>
  );
}
