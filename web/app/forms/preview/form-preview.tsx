import { clsx } from "clsx";
import { type CSSProperties, useEffect, useRef } from "react";
import { directionOf, localise } from "../../../../worker/forms/pure/texts";
import { themeVariables } from "../../../../worker/forms/pure/theme";
import { fill, type Words } from "../../../../worker/forms/pure/say";
import type { Definition, Ending } from "../definition";
import type { Selection } from "../builder/builder-context";
import { PreviewField } from "./preview-field";
import { type Preview, usePreview } from "./use-preview";

type FormPreviewProps = {
  definition: Definition;
  language: string;
  words: Words;
  mode: "light" | "dark";
  selected: Selection;
  onSelect: (selection: Selection) => void;
};

/** The form as a visitor meets it, with everything it does but sending. */
export function FormPreview({ definition, language, words, mode, selected, onSelect }: FormPreviewProps) {
  const said = localise(definition, language);
  const preview = usePreview(said, selected);
  return (
    <div
      data-preview
      lang={language}
      dir={directionOf(language)}
      className="trb-preview"
      // safe: custom properties are no names that React knows
      style={{ ...themeVariables(definition.theme, mode), colorScheme: mode } as CSSProperties}
    >
      {preview.ended ? (
        <EndingShown preview={preview} definition={said} selected={selected} words={words} />
      ) : (
        <PageShown
          preview={preview}
          definition={said}
          words={words}
          selected={selected}
          onSelect={onSelect}
        />
      )}
    </div>
  );
}

type PageShownProps = Omit<FormPreviewProps, "language" | "mode"> & { preview: Preview };

function PageShown({ preview, definition, words, selected, onSelect }: PageShownProps) {
  const { page, walked, isFirst, isLast, place } = preview;
  const form = useRef<HTMLFormElement>(null);
  const shown = page.fields.filter((field) => field.type !== "hidden" && walked.fields.includes(field));
  useShown(form, selected);
  return (
    <form
      ref={form}
      noValidate
      aria-label={definition.title || "Form"}
      onSubmit={(event) => {
        event.preventDefault();
        if (!preview.next()) focusFirstFault(form.current);
      }}
    >
      {isFirst ? <Head definition={definition} /> : page.title && <h2>{page.title}</h2>}
      {walked.pages.length > 1 && (
        <p className="trb-progress">
          {fill(words.page_of, { page: place + 1, pages: walked.pages.length, count: walked.pages.length })}
        </p>
      )}
      {shown.map((field) => (
        <PreviewField
          key={field.key}
          field={field}
          value={preview.raw[field.key]}
          fault={preview.faults.get(field.key)}
          words={words}
          language={definition.language}
          isSelected={selected === field.key}
          onSelect={() => onSelect(field.key)}
          onChange={(value) => preview.answer(field.key, value)}
        />
      ))}
      {shown.length === 0 && <p className="trb-help">Nothing is asked on this page.</p>}
      <div className="trb-actions">
        <button type="submit" className="trb-button">
          {isLast ? definition.submitLabel || words.submit : words.next}
        </button>
        {!isFirst && (
          <button type="button" className="trb-back" onClick={preview.back}>
            {words.back}
          </button>
        )}
      </div>
    </form>
  );
}

function Head({ definition: { title, description } }: { definition: Definition }) {
  if (!title && !description) return null;
  return (
    <header className="trb-head">
      {title && <h2>{title}</h2>}
      {description && <p>{description}</p>}
    </header>
  );
}

type EndingShownProps = { preview: Preview; definition: Definition; selected: Selection; words: Words };

function EndingShown({ preview, definition, selected, words }: EndingShownProps) {
  const ending = definition.endings.find(({ key }) => key === selected) ?? preview.walked.ending;
  return (
    <div role="status" className="trb-ending">
      {ending.kind === "redirect" ? <Redirect ending={ending} /> : <Message ending={ending} words={words} />}
      <button type="button" className="trb-back" onClick={preview.startOver}>
        Fill in again
      </button>
    </div>
  );
}

function Redirect({ ending }: { ending: Ending }) {
  return <p>The visitor goes on to {ending.url || "an address that is not set yet"}.</p>;
}

function Message({ ending, words }: { ending: Ending; words: Words }) {
  return (
    <>
      <h2>{ending.title || words.thanks}</h2>
      {ending.text && <p>{ending.text}</p>}
      {ending.url && ending.buttonLabel && (
        <span className={clsx("trb-button", "trb-link")}>{ending.buttonLabel}</span>
      )}
    </>
  );
}

/** What is chosen in the list comes into view. */
function useShown(form: React.RefObject<HTMLElement>, selected: Selection): void {
  useEffect(() => {
    if (selected === null) return;
    const field = form.current?.querySelector(`[data-field="${CSS.escape(selected)}"]`);
    field?.scrollIntoView({ block: "nearest" });
  }, [form, selected]);
}

/** After the words of what is wrong are there. */
function focusFirstFault(form: HTMLElement | null): void {
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>("[aria-invalid=true], [data-fault] input")?.focus(),
  );
}
